"""What readers take away: calendars."""
