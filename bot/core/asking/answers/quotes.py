"""/quotes: quotations with speaker, listener and source."""

from collections.abc import Sequence

from bot.core.asking.answers.parts import (
    echo,
    found_elsewhere,
    from_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
)
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.story import Quotation, Story
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import ask
from bot.core.wording.statements import listed, quotations_of, quote_block, speakers

_PAGE_SIZE = 5


def _answer_quotes(inquiry: Inquiry, story: Story) -> Card:
    """Show all quotations, or one speaker's."""
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


QUOTES = Command(
    "quotes",
    N_("Who said what, to whom"),
    from_story(_answer_quotes),
    nothing,
    (STORY, Parameter("who", N_("Whose words"), Suggest.SPEAKERS), PAGE),
)
