"""What happens in the current week."""
