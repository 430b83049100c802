"""Counts and shows figures of a running bot."""
