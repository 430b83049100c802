"""Fakes at the bottom of each platform's library: only the network is not real."""
