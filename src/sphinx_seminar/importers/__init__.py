"""Other people's pages and tables into course.yml and pages of ours.

Whatever a source says is in the result or in the findings, never nowhere.
"""
