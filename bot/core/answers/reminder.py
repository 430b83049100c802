"""A reminder: what the story says of an event that is near. Never a claim, a quotation or background."""

from zoneinfo import ZoneInfo

from bot.core.answers.events import plan as plan_in_words
from bot.core.answers.events import status, when
from bot.core.answers.parts import cite, fact_item, story_note
from bot.core.cards import Action, Block, Card, Item, Line, Moment, Note, Paragraph
from bot.core.inquiry import Inquiry, ask
from bot.core.planning import Planned, Timing, day_in
from bot.core.story import Event, Fact, Story

_MOST_FACTS = 3  # with the event's own texts, what a chat takes in at a glance


def reminder(inquiry: Inquiry, planned: Planned, timing: Timing, *, late: bool = False) -> Card:
    """The card that a chat is posted; its countdown is as of `inquiry.now`, by the calendar of the chat's zone."""
    say, story, event = inquiry.language, planned.story, planned.event
    cited = cite(say, story, event.paragraph)
    blocks: list[Block] = [Paragraph(_date(inquiry, planned, timing), cited), Paragraph((event.description,), cited)]
    if event.place:
        blocks.append(Item(say.line("Place: {place}", place=event.place), cited))
    blocks.append(Item(say.line("Status: {status}", status=status(inquiry, event)), cited))
    blocks += [fact_item(say, story, fact) for fact in facts_of(story, event)]
    if story.date_note:
        blocks.append(Note((story.date_note,)))
    blocks += [Note((story.credit.text,)), story_note(inquiry, story)]
    if late:
        due = say.time(planned.at, timing.zone(event))
        blocks.append(Note(say.line("This comes late: it was due on {due}.", due=due)))
    return Card(event.name, tuple(blocks), actions=_actions(inquiry, story, event))


def change_of_plan(inquiry: Inquiry, story: Story, event: Event) -> Card:
    """The card for whoever was reminded of a plan that holds no longer; it names the former date."""
    say = inquiry.language
    cited = cite(say, story, event.paragraph)
    blocks: list[Block] = [
        Paragraph(say.line("The plan has changed since you were reminded.")),
        Paragraph(plan_in_words(inquiry, event), cited),
    ]
    if event.history and (note := event.history[-1].note):
        blocks.append(Paragraph((note,), cited))
    blocks += [Note((story.credit.text,)), story_note(inquiry, story)]
    return Card(event.name, tuple(blocks), actions=_actions(inquiry, story, event))


def facts_of(story: Story, event: Event) -> list[Fact]:
    """The facts that an event's reminders carry."""
    return [fact for fact in story.facts if fact.kind == "fact" and event.id in fact.events][:_MOST_FACTS]


def _date(inquiry: Inquiry, planned: Planned, timing: Timing) -> Line:
    """The date with a countdown and, as its reader may be anywhere, with the zone whose calendar it is of."""
    say, event = inquiry.language, planned.event
    assert event.start is not None
    date = when(inquiry, event, event.start)
    zone = timing.zone(event)
    local = inquiry.now.astimezone(zone)
    if planned.lead.in_days:
        countdown: Line = (say.days_until(day_in(event, zone), local.date()),)
    else:
        assert event.start.moment is not None
        countdown = (Moment(event.start.moment, say.time_until(event.start.moment, inquiry.now), "relative"),)
    if event.start.moment:  # its words name the zone already
        return say.line("{date}, {countdown}", date=date, countdown=countdown)
    place = say.zone(inquiry.now.astimezone(ZoneInfo(event.zone)))
    return say.line("{date}, {countdown} (the day in {zone})", date=date, countdown=countdown, zone=place)


def _actions(inquiry: Inquiry, story: Story, event: Event) -> tuple[Action, ...]:
    say = inquiry.language
    return (
        Action(say.gettext("More about this"), ask("when", story, event.id)),
        Action(say.gettext("Summary"), ask("summary", story)),
    )
