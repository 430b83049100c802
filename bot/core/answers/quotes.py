"""/quotes: what was said, by whom, to whom, and where it was published."""

from collections.abc import Collection, Sequence

from bot.core.answers.parts import cite, echo, found_elsewhere, listed, page_actions, page_note, story_note, turn_to
from bot.core.cards import Action, Card, Line, Paragraph, Quote
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.story import Quotation, Story

_PAGE_SIZE = 5


def answer_quotes(inquiry: Inquiry, story: Story) -> Card:
    """All quotations, or one speaker's."""
    say = inquiry.language
    if not story.quotations:
        nothing = Paragraph(say.line("The story quotes nobody word for word."))
        return Card(say.gettext("No quotations"), (nothing, story_note(inquiry, story)))
    if not inquiry.text:
        return _quotes_card(inquiry, story, say.gettext("Quotations"), story.quotations)
    found = inquiry.library.index(story).entities.find(inquiry.text)
    quotations = quotations_of(story, found.targets) if found else []
    if not quotations:
        return _silence(inquiry, story)
    names = listed(say, (story.entity(quotation.said_by).name for quotation in quotations))
    title = say.gettext("Quotations: {speaker}").format(speaker=names)
    return _quotes_card(inquiry, story, title, quotations)


def quotations_of(story: Story, speakers: Collection[str]) -> list[Quotation]:
    """The quotations of these entities."""
    return [quotation for quotation in story.quotations if quotation.said_by in speakers]


def quote_block(say: Language, story: Story, quotation: Quotation) -> Quote:
    """A quotation with its speaker, its listener, what it is about, where it was published and when."""
    cited = cite(say, story, quotation.paragraph, via=quotation.via)
    if quotation.date:
        cited = say.gettext("{where}, {date}").format(where=cited, date=say.date(quotation.date))
    return Quote(quotation.text, _attribution(say, story, quotation), cited)


def speech(say: Language, story: Story, quotation: Quotation) -> Line:
    """A quotation in one line, as its speaker's."""
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}: “{words}”", speaker=speaker, listener=listener, words=quotation.text)
    return say.line("{speaker}: “{words}”", speaker=speaker, words=quotation.text)


def speakers(story: Story) -> list[str]:
    """The ids of those whose words the story quotes, in its order."""
    return list(dict.fromkeys(quotation.said_by for quotation in story.quotations))


def _attribution(say: Language, story: Story, quotation: Quotation) -> Line:
    speaker = story.entity(quotation.said_by).name
    if quotation.to:
        listener = story.entity(quotation.to).name
        return say.line("{speaker} to {listener}. {about}", speaker=speaker, listener=listener, about=quotation.about)
    return say.line("{speaker}. {about}", speaker=speaker, about=quotation.about)


def _quotes_card(inquiry: Inquiry, story: Story, title: str, quotations: Sequence[Quotation]) -> Card:
    say = inquiry.language
    page = turn_to(quotations, inquiry.page, _PAGE_SIZE)
    blocks = tuple(quote_block(say, story, quotation) for quotation in page.items)
    return Card(
        title,
        (*blocks, *page_note(say, page), story_note(inquiry, story)),
        actions=page_actions(say, page, "quotes", story, inquiry.text),
        choices=() if inquiry.text else _speaker_choices(story),
    )


def _silence(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    elsewhere = found_elsewhere(inquiry, story, "quotes")
    text = (
        say.line("The story does not quote “{typed}”. Other stories name them:", typed=echo(inquiry.text))
        if elsewhere
        else say.line("The story does not quote “{typed}”. It quotes these:", typed=echo(inquiry.text))
    )
    return Card(
        say.gettext("No such words"),
        (Paragraph(text), story_note(inquiry, story)),
        choices=elsewhere or _speaker_choices(story),
    )


def _speaker_choices(story: Story) -> tuple[Action, ...]:
    return tuple(Action(story.entity(speaker).name, ask("quotes", story, speaker)) for speaker in speakers(story))
