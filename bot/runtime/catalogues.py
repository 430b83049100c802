"""Finds the languages that readers can choose: English, and one for each installed catalogue of translations."""

from collections.abc import Sequence
from gettext import GNUTranslations
from pathlib import Path

from babel import negotiate_locale

from bot.core.wording.language import SOURCE_TAG, Language

FOLDER = Path(__file__).parents[1] / "locale"
_DOMAIN = "newspeg"


class Catalogues:
    """Reads `<folder>/<tag>/LC_MESSAGES/newspeg.mo` once; implements the port Languages."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._languages = {SOURCE_TAG: Language()}
        for file in sorted(folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")):
            tag = file.parents[1].name.replace("_", "-")
            with file.open("rb") as stream:
                self._languages[tag] = Language(tag, GNUTranslations(stream))

    @property
    def tags(self) -> Sequence[str]:
        """The languages' tags, English first."""
        return tuple(self._languages)

    def get(self, *wanted: str | None) -> Language:
        """Return the first wanted language that exists, a region's own or its language's; otherwise English."""
        for tag in filter(None, wanted):
            if known := negotiate_locale([tag.replace("_", "-")], list(self._languages), sep="-"):
                return self._languages[known]
        return self._languages[SOURCE_TAG]
