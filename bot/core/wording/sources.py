"""The source of a story in words: whose article it is, where it can be read, and its picture."""

from collections.abc import Iterator, Sequence

from bot.core.stories.event import Event
from bot.core.stories.story import Picture, Source, Story
from bot.core.wording.cards import Line, Note, Span, link, plain
from bot.core.wording.changes import marked_description
from bot.core.wording.events import cite_plan, former_date, plan
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import cite


def source_notes(say: Language, story: Story) -> Sequence[Note]:
    """Return notes on where the story comes from: its credit, its article, and the article's picture."""
    return [Note((story.credit.text,)), *about_source(say, story)]


def about_source(say: Language, story: Story) -> Sequence[Note]:
    """Return notes on the article and its picture, as far as the story names them; nothing of either is fetched."""
    return [Note(line) for line in _about_source(say, story.source)]


def credit_line(say: Language, story: Story) -> Line:
    """Return the credit in one line, with the article's publisher."""
    publisher = _publisher(story.source) if story.source else ""
    if not publisher:
        return (story.credit.text,)
    return say.line("Article: {publisher}. {credit}", credit=story.credit.text, publisher=publisher)


def in_calendar(voice: Voice, story: Story, event: Event) -> str:
    """Describe an event for a calendar, where nothing else of the story stands: with its doubt and its sources."""
    say = voice.language
    lines = [plain(marked_description(voice, story, event))]
    lines += _without_a_day(voice, event)
    if event.start and event.start.doubt:
        lines.append(plain(say.line("The date is in doubt: {date}.", date=say.date(event.start))))
    cited = dict.fromkeys([cite(say, story, event.paragraph), cite_plan(say, story, event)[0]])
    lines.append(plain(say.line("Source: {where}.", where="; ".join(filter(None, cited)))))
    lines.append(plain(credit_line(say, story)))
    if story.source and story.source.url:
        lines.append(story.source.url)
    return "\n".join(lines)


def _without_a_day(voice: Voice, event: Event) -> Iterator[str]:
    """Say why a calendar shows an event as cancelled: that alone is all it can show of one that has no day now."""
    say = voice.language
    if event.status in ("postponed", "cancelled"):
        yield plain(say.line("It is {plan}.", plan=plan(voice, event)))
    elif event.start and not event.start.day and former_date(event):
        yield plain(say.line("It is now planned for {date}.", date=say.date(event.start.undoubted)))


def _about_source(say: Language, source: Source | None) -> Iterator[Line]:
    if source is None:
        return
    if known := [part for part in _article(say, source) if any(part)]:
        yield say.line("The article: {known}", known=_in_a_row(known))
    if source.picture:
        yield _picture(say, source.picture)


def _article(say: Language, source: Source) -> Iterator[Line]:
    yield (_publisher(source),)
    if source.byline:
        yield say.line("by {author}", author=source.byline)
    if source.archived:
        yield (link(say.gettext("archived copy"), source.archived),)


def _publisher(source: Source) -> Span:
    """Return the publisher, linked to the article; where only the link is known, its host."""
    return link(source.publisher, source.url)


def _picture(say: Language, picture: Picture) -> Line:
    words = link(say.gettext("The picture with the article"), picture.url)
    match picture.alt, picture.credit:
        case str(alt), str(credit):
            return say.line("{picture}: {alt} ({credit})", picture=words, alt=alt, credit=credit)
        case str(alt), None:
            return say.line("{picture}: {alt}", picture=words, alt=alt)
        case None, str(credit):
            return say.line("{picture} ({credit})", picture=words, credit=credit)
        case _:
            return (words,)


def _in_a_row(parts: Sequence[Line]) -> Line:
    spans: list[Span] = []
    for part in parts:
        spans += [", ", *part] if spans else part
    return tuple(spans)
