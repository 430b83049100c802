"""The stories, their dates and names, and the library that finds them."""
