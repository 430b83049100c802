"""What holds for every test: how long hypothesis may take depends on the machine, not on the code."""

from hypothesis import settings

settings.register_profile("newspeg", deadline=None)
settings.load_profile("newspeg")
