"""Dates, times, numbers and the small pieces of text that views share."""
