"""Who may come in and what may be done: host names, bodies, tokens, the login; none of it knows a page."""
