"""Shows the stories: pages, calendars, and data for search engines and previews of links."""
