"""Protects the page: checks host names, bodies, tokens and logins, and bounds floods; it shows no page itself."""
