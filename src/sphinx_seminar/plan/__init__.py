"""What documents say and what files state, brought together: dates, deadlines, presenters."""
