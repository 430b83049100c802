"""/subscribe, /unsubscribe and /upcoming: change this chat's subscriptions, and show its next reminders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.asking.answers.parts import no_such_story, without_story
from bot.core.asking.command import N_, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, CardWithEffect, Inquiry
from bot.core.asking.requests import bounded
from bot.core.posting.chats import EVERY_STORY, MOST_SUBSCRIPTIONS, ChatKey, ChatStore, PersonalReminder
from bot.core.posting.planning import Planned, Timing, day_in
from bot.core.posting.subscribers import Appointment, Subscriber, plan_for
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Item, Line, Note, Paragraph
from bot.core.wording.events import _days_before, lead_in_words
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language
from bot.core.wording.statements import listed

ALL = "all"
_HERE = ChatKey("", "")  # stands for the chat that asks
_SHOWN = 10
_NOON = 12
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Standing:
    """The stored subscriptions of a chat and reminders of a person."""

    subscriptions: tuple[str, ...] = ()
    """Slugs; EVERY_STORY may be among them."""
    reminders: tuple[PersonalReminder, ...] = ()
    """The reminders of the person who asks."""
    set_aside: bool = False
    """True if no post goes out, because the bot could not write to the chat or the person."""


async def chats_standing(inquiry: Inquiry, chats: ChatStore) -> Standing:
    """Load the chat's subscriptions, and in a private chat the person's reminders too."""
    chat, person = inquiry.request.chat, inquiry.request.person
    return await standing(chats, chat, chat if chat == person else None)


async def standing(chats: ChatStore, chat: ChatKey | None, person: ChatKey | None) -> Standing:
    """Load the chat's subscriptions and the person's reminders."""
    subscriptions = await chats.subscriptions(chat) if chat else ()
    reminders = await chats.reminders(person) if person else ()
    those = {each for each in (chat, person) if each} if subscriptions or reminders else set()
    return Standing(subscriptions, reminders, any([await chats.is_set_aside(each) for each in those]))


@dataclass(frozen=True, slots=True)
class _Subscribe:
    """Posts a story's reminders to the chat, or those of EVERY_STORY."""

    story: str

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Subscribe the chat."""
        request = inquiry.request
        await chats.subscribe(request.chat, self.story, inquiry.now, request.by, bounded(request.title))


@dataclass(frozen=True, slots=True)
class _Unsubscribe:
    """Stops the posts of one story, or all posts for EVERY_STORY."""

    story: str

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Drop the subscription."""
        await chats.unsubscribe(inquiry.request.chat, self.story)


def _answer_subscribe(inquiry: Inquiry, _: None) -> Answer:
    """Subscribe the chat, and say which posts will come."""
    say = inquiry.language
    story = _named(inquiry)
    if inquiry.request.may_manage and not inquiry.request.can_post:  # others are refused anyway, and cannot mend it
        return _cannot_post(inquiry)
    if inquiry.text.lower() == ALL:
        slug, what = EVERY_STORY, say.gettext("every story, those to come too")
    elif story:
        slug, what = story.slug, story.headline
    else:
        return no_such_story(inquiry, inquiry.text) if inquiry.text else without_story(inquiry)
    blocks = [Paragraph(say.line("This chat now gets the reminders of: {what}", what=what)), *_posts(inquiry, {slug})]
    actions = (
        Action(say.gettext("Upcoming"), Invocation("upcoming")),
        *_settings_action(say),
        Action(say.gettext("Stop"), Invocation("unsubscribe", slug or ALL)),
    )
    return CardWithEffect(
        Card(say.gettext("Subscribed"), tuple(blocks), actions=actions), _Subscribe(slug), _too_many(say)
    )


def _answer_unsubscribe(inquiry: Inquiry, stands: Standing) -> Answer:
    """Stop the posts of one story, or all posts."""
    say = inquiry.language
    if not stands.subscriptions:
        return _nothing(say)
    if not inquiry.text or inquiry.text.lower() == ALL:
        if stands.reminders:
            text = say.line(
                "No story is posted here any more. What you asked for with /remind still comes: /reminders."
            )
        else:
            text = say.line("This chat gets no more reminders.")
        return CardWithEffect(_unsubscribed(say, [Paragraph(text)]), _Unsubscribe(EVERY_STORY))
    slug = inquiry.text.strip("/").lower()
    if slug not in stands.subscriptions:
        return _not_subscribed(inquiry, stands, slug)
    blocks: list[Block] = [
        Paragraph(say.line("This chat gets no more reminders of: {what}", what=_title(inquiry, slug)))
    ]
    if EVERY_STORY in stands.subscriptions:
        note = say.line("It is still subscribed to every story, this one among them: /unsubscribe ends that.")
        blocks.append(Note(note))
    return CardWithEffect(_unsubscribed(say, blocks), _Unsubscribe(slug))


def _unsubscribed(say: Language, blocks: Sequence[Block]) -> Card:
    upcoming = Action(say.gettext("Upcoming"), Invocation("upcoming"))
    return Card(say.gettext("Unsubscribed"), tuple(blocks), actions=(upcoming,))


def _answer_upcoming(inquiry: Inquiry, stands: Standing) -> Card:
    """Show the next posts of this chat."""
    say = inquiry.language
    if not stands.subscriptions and not stands.reminders:
        return _nothing(say)
    blocks = set_aside_note(inquiry, stands) or _posts(inquiry, stands.subscriptions, stands.reminders)
    if stands.subscriptions:
        blocks += [Paragraph(say.line("This chat is subscribed to:")), *subscription_items(inquiry, stands)]
    actions = (*starting_again(inquiry, stands), *subscription_actions(inquiry, stands), *_settings_action(say))
    return Card(say.gettext("What comes next"), tuple(blocks), actions=actions)


def set_aside_note(inquiry: Inquiry, stands: Standing) -> list[Block]:
    """Say that no post goes out, if the bot could not write to the chat or the person."""
    say = inquiry.language
    if not stands.set_aside:
        return []
    command = "/subscribe" if stands.subscriptions else "/remind"
    text = say.line(
        "I could not post the last time, so nothing comes until {command} starts it again.", command=command
    )
    return [Paragraph(text)]


def starting_again(inquiry: Inquiry, stands: Standing) -> tuple[Action, ...]:
    """Return the button that starts all stored subscriptions and reminders again."""
    if not stands.set_aside:
        return ()
    if stands.subscriptions:
        again = Invocation("subscribe", stands.subscriptions[0] or ALL)
    else:
        story, event, lead = stands.reminders[0]
        again = Invocation("remind", f"{story}/{event} {lead}")
    return (Action(inquiry.language.gettext("Start again"), again),)


def subscription_items(inquiry: Inquiry, stands: Standing) -> list[Item]:
    """List the chat's subscriptions."""
    return [Item((_title(inquiry, slug),)) for slug in stands.subscriptions]


def subscription_actions(inquiry: Inquiry, stands: Standing) -> tuple[Action, ...]:
    """Return a button to drop each subscription."""
    label = inquiry.language.gettext("Drop: {story}")
    return tuple(
        Action(label.format(story=_title(inquiry, slug)), Invocation("unsubscribe", slug or ALL))
        for slug in stands.subscriptions
    )


def _in_words(say: Language, planned: Planned, timing: Timing) -> str:
    """Describe a post's lead by the day on which the post goes out: quiet hours may have moved it."""
    if not planned.lead.in_days:
        return lead_in_words(say, planned.lead)
    zone = timing.zone(planned.event)
    local = planned.at.astimezone(zone)
    days = (day_in(planned.event, zone) - local.date()).days
    return say.gettext("that day") if days <= 0 and local.hour >= _NOON else _days_before(say, days)


def _named(inquiry: Inquiry) -> Story | None:
    return inquiry.library.story(inquiry.text.strip("/").lower()) if inquiry.text else inquiry.story


def _title(inquiry: Inquiry, slug: str) -> str:
    if slug == EVERY_STORY:
        return inquiry.language.gettext("every story")
    story = inquiry.library.story(slug)
    return story.headline if story else inquiry.language.gettext("{slug} (not published now)").format(slug=slug)


def _posts(inquiry: Inquiry, slugs: Iterable[str], reminders: tuple[PersonalReminder, ...] = ()) -> list[Block]:
    say = inquiry.language
    subscriber = Subscriber(_HERE, inquiry.settings, tuple(slugs), reminders)
    planned = plan_for(inquiry.library, subscriber, inquiry.now, _END_OF_TIME)
    # A subscription made now comes too late for the posts that are due now.
    coming = [each for each in planned if each.planned.at > inquiry.now]
    if not coming:
        return _nothing_to_come(inquiry)
    blocks: list[Block] = [
        Paragraph(say.line("Coming up:")),
        *_items(inquiry, coming[:_SHOWN]),
    ]
    if rest := len(coming) - _SHOWN:
        blocks += [Note((say.ngettext("And {n} more.", "And {n} more.", rest),))] if rest > 0 else []
    return blocks


def _nothing_to_come(inquiry: Inquiry) -> list[Block]:
    say, leads = inquiry.language, Timing.of(inquiry.settings).leads
    why = [say.line("Nothing is coming up: only future events whose day is known get reminders.")]
    if leads and not any(lead.in_days for lead in leads):
        why.append(say.line("This chat is reminded some hours before, which takes an event whose time is known."))
    return [Paragraph(line) for line in why]


def _items(inquiry: Inquiry, coming: Sequence[Appointment]) -> list[Block]:
    """List the posts at the chat's time; name their stories if there are several."""
    named = len({each.planned.story.slug for each in coming}) > 1
    return [Item(_item(inquiry.language, each.planned, each.timing, named=named)) for each in coming]


def _item(say: Language, planned: Planned, timing: Timing, *, named: bool) -> Line:
    when, lead = say.moment(planned.at, timing.zone(planned.event)), _in_words(say, planned, timing)
    event, story = planned.event.name, planned.story.headline
    if named:
        return say.line("{when}: {event}, {lead} ({story})", when=when, event=event, lead=lead, story=story)
    return say.line("{when}: {event}, {lead}", when=when, event=event, lead=lead)


def _nothing(say: Language) -> Card:
    return Card(
        say.gettext("Not subscribed"),
        (Paragraph(say.line("This chat is subscribed to nothing, so nothing will be posted here.")),),
        actions=(Action(say.gettext("Subscribe"), Invocation("subscribe")),),
    )


def _not_subscribed(inquiry: Inquiry, stands: Standing, slug: str) -> Card:
    say = inquiry.language
    choices = tuple(
        Action(_title(inquiry, each), Invocation("unsubscribe", each or ALL)) for each in stands.subscriptions
    )
    text = say.line("This chat is not subscribed to “{slug}”, but to these:", slug=slug[:60])
    return Card(say.gettext("Not subscribed"), (Paragraph(text),), choices=choices)


def _too_many(say: Language) -> Card:
    text = say.line(
        "A chat can be subscribed to {most} stories at most, and this one is. Drop one first: /unsubscribe and its"
        " name; /upcoming lists them. Or drop all with /unsubscribe, and then /subscribe all is one for every story.",
        most=str(MOST_SUBSCRIPTIONS),
    )
    upcoming = Action(say.gettext("Upcoming"), Invocation("upcoming"))
    return Card(say.gettext("Too many subscriptions"), (Paragraph(text),), actions=(upcoming,), private=True)


def _cannot_post(inquiry: Inquiry) -> Card:
    say = inquiry.language
    if inquiry.request.lacks:
        text = say.line(
            "My permissions here lack {permissions}, so I cannot post on my own: grant what is missing, then subscribe"
            " again.",
            permissions=listed(say, inquiry.request.lacks),
        )
    else:
        text = say.line(
            "I have not been added here, so I cannot post here on my own. Ask an admin to add me, then subscribe."
        )
    return Card(say.gettext("Nothing can be posted here"), (Paragraph(text),), private=True)


def _settings_action(say: Language) -> tuple[Action, ...]:
    return (Action(say.gettext("Settings"), Invocation("settings")),)


SUBSCRIBE = Command(
    "subscribe",
    N_("Get reminders before the story's events"),
    _answer_subscribe,
    nothing,
    (Parameter("which", N_("A story, or all; this chat's by default"), Suggest.STORIES),),
    about="chat",
    for_managers=True,
)
UNSUBSCRIBE = Command(
    "unsubscribe",
    N_("No more reminders"),
    _answer_unsubscribe,
    chats_standing,
    (Parameter("which", N_("A story; everything by default"), Suggest.STORIES),),
    about="chat",
    for_managers=True,
)
UPCOMING = Command("upcoming", N_("What will be posted here next"), _answer_upcoming, chats_standing, about="chat")
