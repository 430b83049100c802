"""/when and /calendar: the story's dated events, in words and as a calendar file."""

from collections.abc import Sequence

from bot.core.asking.answers.looking import Answering, elsewhere, held_card, in_one_of, look, statement_block
from bot.core.asking.answers.parts import Page, echo, from_story, page_actions, page_note, story_note, turn_to
from bot.core.asking.answers.refusals import not_understood, partly_said
from bot.core.asking.command import N_, PAGE, STORY, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.posting.planning import Timing, next_lead
from bot.core.stories.calendar import calendar_file, fits_calendar
from bot.core.stories.event import Event
from bot.core.stories.names import How
from bot.core.stories.story import Story
from bot.core.stories.words import content
from bot.core.wording.cards import Action, Attachment, Block, Card, Heading, Paragraph
from bot.core.wording.events import event_blocks, is_past
from bot.core.wording.invocations import ask
from bot.core.wording.past import past_dates
from bot.core.wording.sources import in_calendar
from bot.core.wording.statements import about_dates

_PAGE_SIZE = 6


def _answer_when(inquiry: Inquiry, story: Story) -> Answer:
    """Show the events that the question names, or all."""
    events = _asked(inquiry, story)
    if not events:
        return _elsewhere(inquiry, story, "when", _answer_when)
    say = inquiry.language
    page = turn_to(sorted(events, key=lambda event: is_past(event, inquiry.now)), inquiry.page, _PAGE_SIZE)
    past = None if inquiry.text else past_dates(inquiry.voice, story)
    blocks: list[Block] = [past] if past else []
    for event in page.items:
        if len(events) > 1:
            blocks.append(Heading((event.name,)))
        blocks += event_blocks(inquiry.voice, story, event)
    blocks += [*page_note(say, page), story_note(inquiry, story)]
    title = events[0].name if len(events) == 1 else say.gettext("Dates")
    return Card(title, tuple(blocks), actions=_actions(inquiry, story, page, events))


def _answer_calendar(inquiry: Inquiry, story: Story) -> Answer:
    """Return the same events as a calendar file, if their day is known."""
    events = _asked(inquiry, story)
    if not events:
        return _elsewhere(inquiry, story, "calendar", _answer_calendar)
    say = inquiry.language
    dated = [event for event in events if fits_calendar(event)]
    blocks: list[Block] = [statement_block(inquiry, story, event) for event in dated]
    if not dated:
        blocks.append(Paragraph(say.line("No day is known for this, so a calendar has no place for it.")))
    blocks.append(story_note(inquiry, story))
    name = events[0].id if len(events) == 1 else "events"
    file = calendar_file(story, dated, inquiry.now, lambda event: in_calendar(inquiry.voice, story, event))
    return Card(
        say.gettext("For your calendar"),
        tuple(blocks),
        actions=(Action(say.gettext("All dates"), ask("when", story)),),
        attachment=Attachment(f"{story.slug}-{name}.ics", file) if dated else None,
    )


def _asked(inquiry: Inquiry, story: Story) -> Sequence[Event]:
    """Find the events of the name; those of an entity of the name; those that hold the words; those of a like name."""
    if not inquiry.text:
        return story.events
    index = inquiry.library.index(story)
    found, entities = index.events.find(inquiry.text), index.entities.find(inquiry.text)
    if found is None or found.how is How.MISSPELT:
        about = set(entities.targets) if entities and entities.how is not How.MISSPELT else set()
        events = [event for event in story.events if about & set(event.about)] or look(inquiry, story).events
        if events or _is_in_another(inquiry):
            return events
    return [story.event(event_id) for event_id in found.targets] if found else []


def _is_in_another(inquiry: Inquiry) -> bool:
    """True if another story has an event of this very name, where this one has a like name at best."""
    found = None if inquiry.scoped else inquiry.library.find_events(inquiry.text)
    return found is not None and found.how is not How.MISSPELT


def _elsewhere(inquiry: Inquiry, story: Story, command: str, answer: Answering) -> Answer:
    """Look for the event in the other stories, and for its words in this one, whichever has them more surely."""
    if not story.events and not inquiry.text:
        return _no_event(inquiry, story)
    say, library = inquiry.language, inquiry.library
    found = None if inquiry.scoped else library.find_events(inquiry.text)
    lead = say.line("No event of the story has “{words}”. This has it:", words=echo(inquiry.text))
    if (found is None or found.how > How.INFLECTED) and (card := held_card(inquiry, story, lead)):
        return card
    if found and found.how is not How.MISSPELT:
        others = filter(None, (library.story(ref.slug) for ref in found.targets))
        return in_one_of(inquiry, story, command, answer, others)
    if not content(inquiry.text):
        return not_understood(inquiry, story)
    held = elsewhere(inquiry, story, command, answer)
    return held or partly_said(inquiry, story) or _no_event(inquiry, story)


def _actions(inquiry: Inquiry, story: Story, page: Page[Event], events: Sequence[Event]) -> tuple[Action, ...]:
    say = inquiry.language
    one = events[0].id if len(events) == 1 else ""
    actions = [*page_actions(say, page, "when", story, inquiry.text)]
    if one and (lead := next_lead(events[0], Timing.of(inquiry.settings), inquiry.now)):
        actions.append(Action(say.gettext("Remind me"), ask("remind", story, f"{one} {lead}")))
    if any(fits_calendar(event) for event in events):
        actions.append(Action(say.gettext("Add to calendar"), ask("calendar", story, one)))
    if one and len(story.events) > 1:
        actions.append(Action(say.gettext("All dates"), ask("when", story)))
    actions.append(Action(say.gettext("Timeline"), ask("timeline", story)))
    actions.append(Action(say.gettext("Summary"), ask("summary", story)))
    return (*actions, *about_dates(say, story))


def _no_event(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    if not story.events:
        text = say.line("The story names no dated event that was still to come.")
    else:
        text = say.line("The story names no event “{words}”. It names these:", words=echo(inquiry.text))
    return Card(
        say.gettext("No such event"),
        (Paragraph(text), story_note(inquiry, story)),
        choices=tuple(Action(event.name, ask("when", story, event.id)) for event in story.events),
    )


_EVENT = Parameter("event", N_("An event"), Suggest.EVENTS)

WHEN = Command(
    "when",
    N_("Dated events, with a countdown"),
    from_story(_answer_when),
    nothing,
    (STORY, _EVENT, PAGE),
)
CALENDAR = Command(
    "calendar", N_("A calendar file of the dated events"), from_story(_answer_calendar), nothing, (STORY, _EVENT)
)
