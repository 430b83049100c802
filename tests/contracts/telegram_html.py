"""Reading a message's HTML as strictly as Telegram does."""

import re
from html.parser import HTMLParser

_ALLOWED = {"a", "b", "i", "blockquote", "pre", "tg-time"}
_ENTITY = re.compile(r"&(?!lt;|gt;|amp;|quot;|#x27;)")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ALLOWED, tag
        assert [name for name, _ in attrs] in ([], ["unix"], ["unix", "format"], ["expandable"], ["href"]), attrs
        assert "pre" not in self.open, f"{tag} inside of {self.open}"
        assert "blockquote" not in self.open or tag == "a", f"{tag} inside of {self.open}"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def read(text: str) -> str:
    """The text that a reader sees; fails if the markup is not well-formed."""
    assert not _ENTITY.search(text), "an & that is no entity"
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open, f"{reader.open} not closed"
    return "".join(reader.texts)
