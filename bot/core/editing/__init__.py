"""An editor's work on stories: what may be changed, whom it reaches, and who changed what."""
