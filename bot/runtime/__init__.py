"""The ground that a process runs on: the clock, waiting and loops, supervision, logs, languages."""
