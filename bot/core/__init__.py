"""The rules of stories, answers and posts: no I/O, no framework, no now()."""
