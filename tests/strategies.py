"""Strategies of hypothesis: what may come from a chat or a story file, and every card that could be made from it."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.core.asking.commands import COMMANDS
from bot.core.wording.cards import (
    Action,
    Attachment,
    Block,
    Card,
    Heading,
    Item,
    Line,
    Moment,
    Note,
    Paragraph,
    Quote,
    Span,
    link,
)
from bot.core.wording.invocations import Invocation

NASTY = (
    "",
    " ",
    "\n\n",
    "<b>bold</b> & <script>alert(1)</script>",
    "</b></i></blockquote></pre>",
    "&lt; &amp;lt; &#60;",
    "*bold* _italic_ ~~gone~~ ||spoiler|| `code` ```pre```",
    "[a link](https://example.org) <https://example.org>",
    "> quote\n# heading\n-# small\n- item\n1. one",
    "@everyone @here <@123> <@&123> <#123> @somebody t.me/somebody",
    "<t:1664668800:R> <:emoji:1> </who:1>",
    "\u202egnitirw desrever\u202c \u200fright\u200e left \u2066isolate\u2069",
    "\x00\x01\x07\x1b[31mred\x1b[0m\x7f\x85\u2028\u2029",
    "\ud800 lone \udfff surrogates",
    "👩\u200d👩\u200d👧\u200d👦 🇧🇦 👍🏽 🤷\u200d♂️",
    "Додик, Вучић, Ćurčić, ﷽, e\u0301\u0301\u0301",
    "x" * 5_000,
    "&" * 5_000,
    "👍" * 2_500,
    "many words " * 500,
)
"""Texts that break careless markup, counting or splitting."""


def texts(max_size: int = 200) -> st.SearchStrategy[str]:
    """Any text: the nasty ones, short random ones, and both in a row."""
    short = st.text(max_size=max_size)
    nasty = st.sampled_from(NASTY)
    return st.one_of(short, nasty, st.tuples(short, nasty, short).map("".join))


def moments() -> st.SearchStrategy[Moment]:
    """Moments between 1900 and 2200, in both styles."""
    at = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- in UTC
    return st.builds(Moment, at, texts(20), st.sampled_from(("full", "relative")))


URLS = (
    "https://news.example.org/stories/bridge#fact-length",
    "http://example.org/a_(b)_(c)?q=*x*&y=~~z~~&lt;#'",
    "https://пример.рф/@everyone/[x]",
    "https://example.org/" + "&" * 900,
    "https://example.org/" + "(" * 1_900,
)
NO_URLS = (
    "",
    "/stories/bridge#fact-length",
    "javascript:alert(1)",
    "tg://user?id=1",
    'https://x.org/"><b>',
    "https://x y",
)


def urls() -> st.SearchStrategy[str]:
    """URLs of pages, and what is none."""
    return st.one_of(st.sampled_from(URLS), st.sampled_from(NO_URLS))


def links() -> st.SearchStrategy[Span]:
    """Links with any words; plain words where the URL leads nowhere."""
    return st.builds(link, texts(), urls())


def lines() -> st.SearchStrategy[Line]:
    """Lines of up to four spans."""
    return st.lists(st.one_of(texts(), moments(), links()), max_size=4).map(tuple)


def blocks() -> st.SearchStrategy[Block]:
    """Blocks of every kind."""
    citations = st.one_of(st.none(), texts(40))
    return st.one_of(
        st.builds(Heading, lines()),
        st.builds(Paragraph, lines(), citations, urls()),
        st.builds(Item, lines(), citations, urls()),
        st.builds(Quote, texts(), lines(), texts(40), urls()),
        st.builds(Note, lines()),
    )


def invocations() -> st.SearchStrategy[Invocation]:
    """Invocations of the bot's commands, and of some that it does not have."""
    names = st.one_of(
        st.sampled_from([command.name for command in COMMANDS]), st.from_regex(r"[a-z]{1,32}", fullmatch=True)
    )
    arguments = st.one_of(st.from_regex(r"([a-z0-9-]{1,30}/)?[a-z0-9-]{0,40}( [0-9]{1,3})?", fullmatch=True), texts(60))
    return st.builds(Invocation.of, names, arguments)


def actions() -> st.SearchStrategy[Action]:
    """Buttons with any label."""
    return st.builds(Action, texts(40), invocations(), st.booleans())


def attachments() -> st.SearchStrategy[Attachment]:
    """Small files."""
    return st.builds(Attachment, st.just("events.ics"), st.binary(min_size=1, max_size=20))


def cards() -> st.SearchStrategy[Card]:
    """Cards with everything that a card can have, most of it far beyond what the core makes."""
    return st.builds(
        Card,
        texts(),
        st.lists(blocks(), max_size=12).map(tuple),
        st.lists(actions(), max_size=8).map(tuple),
        st.lists(actions(), max_size=30).map(tuple),
        st.one_of(st.none(), attachments()),
        st.booleans(),
    )
