"""Calendars to subscribe to, as iCalendar (RFC 5545, RFC 7986)."""
