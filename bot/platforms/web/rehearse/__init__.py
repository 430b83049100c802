"""Rehearse: the calendar of every planned post, played in fast motion, with events switched and outages for trial."""
