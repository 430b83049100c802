"""How it is said: cards, languages, statements and events in words."""
