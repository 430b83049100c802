"""The words of an answer or a post: cards, languages, statements and events in words."""
