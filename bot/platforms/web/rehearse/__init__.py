"""Rehearse: plays every planned post in fast motion, on trial with switched events and outages."""
