"""The sources of the styles and the scripts that pages load."""
