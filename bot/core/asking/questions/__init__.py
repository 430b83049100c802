"""Questions in a reader's own words: read, compared with each statement of a story, and answered by one or refused."""
