"""The stories, to be read: pages, calendars, and what search engines and previews of links read of them."""
