"""Tests of the platform adapters, each over its real library."""
