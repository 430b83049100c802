"""The tests mirror `bot/`; fakes stand only where the outside world begins."""
