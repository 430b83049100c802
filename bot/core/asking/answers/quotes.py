"""/quotes: quotations with speaker, listener and source."""

from collections.abc import Sequence

from bot.core.asking.answers.looking import elsewhere, held_card, look
from bot.core.asking.answers.parts import (
    echo,
    found_elsewhere,
    from_story,
    page_actions,
    page_note,
    story_note,
    turn_to,
)
from bot.core.asking.answers.refusals import not_understood, partly_said
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.names import How
from bot.core.stories.story import Quotation, Story
from bot.core.stories.words import content
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import ask
from bot.core.wording.statements import listed, names_of, quotations_of, quote_block, speakers

_PAGE_SIZE = 5


def _answer_quotes(inquiry: Inquiry, story: Story) -> Answer:
    """Show all quotations, or one speaker's, or those that hold the words."""
    say = inquiry.language
    if not story.quotations:
        nobody = say.line("The story quotes nobody word for word.")
        nothing = Card(say.gettext("No quotations"), (Paragraph(nobody), story_note(inquiry, story)))
        return held_card(inquiry, story, nobody) or elsewhere(inquiry, story, "quotes", _answer_quotes) or nothing
    if not inquiry.text:
        return _quotes_card(inquiry, story, say.gettext("Quotations"), story.quotations)
    if meant := _meant(inquiry, story):
        return _quotes_card(inquiry, story, *meant)
    lead = say.line("No quotation in the story has “{words}”. This has it:", words=echo(inquiry.text))
    return held_card(inquiry, story, lead) or _silence(inquiry, story)


def _meant(inquiry: Inquiry, story: Story) -> tuple[str, Sequence[Quotation]] | None:
    """Find the quotations of the speaker who has the name; those that hold the words; those of one with a like name."""
    say = inquiry.language
    title = say.gettext("Quotations: {speaker}")
    found = inquiry.library.index(story).entities.find(inquiry.text)
    theirs = quotations_of(story, found.targets) if found else []
    is_like = found is not None and found.how is How.MISSPELT
    if (is_like or not theirs) and (with_words := look(inquiry, story).quotations):
        return title.format(speaker=echo(inquiry.text)), with_words
    if not theirs or (is_like and found_elsewhere(inquiry, story, "quotes")):
        return None
    return title.format(speaker=listed(say, names_of(story, (each.said_by for each in theirs)))), theirs


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


def _silence(inquiry: Inquiry, story: Story) -> Answer:
    if not content(inquiry.text):
        return not_understood(inquiry, story)
    say = inquiry.language
    named = found_elsewhere(inquiry, story, "quotes")
    others = None if named else elsewhere(inquiry, story, "quotes", _answer_quotes) or partly_said(inquiry, story)
    if others:
        return others
    text = (
        say.line("The story does not quote “{typed}”. Other stories name them:", typed=echo(inquiry.text))
        if named
        else say.line("The story does not quote “{typed}”. It quotes these:", typed=echo(inquiry.text))
    )
    return Card(
        say.gettext("No such words"),
        (Paragraph(text), story_note(inquiry, story)),
        choices=named or _speaker_choices(story),
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
