"""The desk: editors turn articles into stories, and change stories, seeing whom it reaches before it is saved."""
