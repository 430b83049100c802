"""Words that mean nearly the same in a question about news: English."""

GROUPS = """
police, cop
"""
