"""/settings and /forget: show, change and erase a chat's settings."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from babel import Locale
from rapidfuzz import process

from bot.core.asking.answers.about import not_allowed
from bot.core.asking.answers.parts import MOST_CHOICES, echo
from bot.core.asking.command import N_, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, CardWithEffect, Choose, Inquiry
from bot.core.posting.chats import MOST_LEADS, ChatSettings, ChatStore
from bot.core.posting.planning import POSTING_HOUR, leads_of, posting_hour_of, quiet_of, timezone_of
from bot.core.stories.leads import in_order, read_leads
from bot.core.stories.story import Story
from bot.core.stories.zones import nearest_zones
from bot.core.wording.cards import Action, Block, Card, Item, Note, Paragraph
from bot.core.wording.events import lead_in_words
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language
from bot.core.wording.statements import listed

DEFAULT = "default"
OFF = "off"

_MOST_ZONES = 9
_SIMILAR = 60

_FIELDS = {"hour": "posting_hour"}
"""The stored names of settings that are typed under another name."""
_HOURS = {"hour": ("07:00", "09:00", "12:00", "18:00"), "quiet": ("22:00-07:00", "23:00-08:00")}
_SOME_LEADS = ("P7D,P1D,P0D", "P1D,P0D", "P1D,PT2H", "P0D")
_HOW_TO_WRITE = {
    "timezone": "Europe/Sarajevo",
    "hour": "08:30",
    "quiet": "22:00-07:00",
    "leads": "7 days, 1 day, morning, 2 hours",
}


def _answer_settings(inquiry: Inquiry, _known: None) -> Answer:
    """Show the settings, show the values of one, or change one."""
    name, _, value = inquiry.text.partition(" ")
    if not name:
        return _overview(inquiry, inquiry.settings)
    if not inquiry.request.may_manage:
        return not_allowed(inquiry.language)
    setting = SETTINGS.get(name.lower())
    if setting is None:
        return _no_setting(inquiry, name)
    return _set(inquiry, name.lower(), value.strip(), setting) if value.strip() else _values(inquiry, name.lower())


@dataclass(frozen=True, slots=True)
class _Erase:
    """Erases everything that is stored about the chat."""

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Erase everything."""
        await chats.forget(inquiry.request.chat)


def _answer_forget(inquiry: Inquiry, _: None) -> Answer:
    """Erase everything that is stored, once that is confirmed."""
    say = inquiry.language
    if not inquiry.request.may_manage:
        return not_allowed(say)
    if inquiry.text != "yes":
        return Card(
            say.gettext("Erase what is stored about this chat?"),
            (
                Paragraph(
                    say.line(
                        "Its settings go back to the defaults, and nothing will be posted here. This cannot be undone."
                    )
                ),
            ),
            actions=(
                Action(say.gettext("Erase"), Invocation("forget", "yes"), danger=True),
                Action(say.gettext("Keep"), Invocation("settings")),
            ),
            private=True,
        )
    done = (
        Paragraph(say.line("Nothing is stored about this chat any more.")),
        Note(say.line("Counts of unanswered questions stay, as they do not know who asked: see /privacy.")),
    )
    return CardWithEffect(Card(say.gettext("Erased"), done, private=True), _Erase())


def setting_values(inquiry: Inquiry, name: str) -> list[Action]:
    """Return the values that one press can set, each as the press that sets it."""
    say = inquiry.language
    labels = {
        "language": [(language_name(tag), tag) for tag in inquiry.tags],
        "timezone": [(zone, zone) for zone in _likely_zones(inquiry)],
        "story": [(story.headline, story.slug) for story in inquiry.library.stories],
        "leads": [(_leads(say, leads), leads) for leads in _SOME_LEADS],
        **{setting: [(value, value) for value in values] for setting, values in _HOURS.items()},
    }.get(name, [])
    values = [*labels[: MOST_CHOICES - 1], (say.gettext("Default"), DEFAULT)]
    return [Action(label, Invocation("settings", f"{name} {value}")) for label, value in values]


def language_name(tag: str) -> str:
    """Return a language's name in that language."""
    return Locale.parse(tag, sep="-").get_display_name() or tag


def _overview(inquiry: Inquiry, settings: ChatSettings) -> Card:
    say, newest = inquiry.language, inquiry.library.newest
    story = inquiry.library.story(settings.story)
    language = language_name(settings.language) if settings.language else _default(say, language_name(say.tag))
    hour = settings.posting_hour or _default(say, f"{POSTING_HOUR:%H:%M}")
    blocks: list[Block] = [
        Item(say.line("Language: {language}", language=language)),
        Item(say.line("Time zone: {zone}", zone=settings.timezone or _default(say, _own_zones(say, story or newest)))),
        Item(say.line("Story: {story}", story=story.headline if story else _default(say, _newest(say, newest)))),
        Item(say.line("Reminders at: {hour}", hour=hour)),
        Item(say.line("Quiet hours: {hours}", hours=settings.quiet or _default(say, say.gettext("none")))),
        Item(
            say.line(
                "Reminders before an event: {leads}",
                leads=_leads(say, settings.leads) or _default(say, _own_leads(say, story or newest)),
            )
        ),
    ]
    return Card(say.gettext("Settings of this chat"), tuple(blocks), actions=_setting_actions(say), private=True)


def _default(say: Language, value: str) -> str:
    return say.gettext("default: {value}").format(value=value)


def _own_zones(say: Language, story: Story | None) -> str:
    """Say that each event is told of in its own zone, with the zones of a story's events."""
    own = say.gettext("each event's own")
    zones = list(dict.fromkeys(event.zone for event in story.events)) if story else []
    return say.gettext("{own} ({values})").format(own=own, values=listed(say, zones)) if zones else own


def _newest(say: Language, story: Story | None) -> str:
    own = say.gettext("the newest")
    return say.gettext("{own} ({values})").format(own=own, values=story.headline) if story else own


def _own_leads(say: Language, story: Story | None) -> str:
    """Say that a chat is reminded as long before an event as its story says, with the leads of a story."""
    own = say.gettext("as each story says")
    leads = listed(say, (lead_in_words(say, lead) for lead in in_order(story.leads))) if story else ""
    return say.gettext("{own} ({values})").format(own=own, values=leads) if leads else own


def _leads(say: Language, leads: str | None) -> str:
    return listed(say, (lead_in_words(say, lead) for lead in read_leads(leads))) if leads else ""


def _setting_actions(say: Language) -> tuple[Action, ...]:
    return (
        Action(say.gettext("Language"), Invocation("settings", "language")),
        Action(say.gettext("Time zone"), Invocation("settings", "timezone")),
        Action(say.gettext("Story"), Invocation("settings", "story")),
        Action(say.gettext("Posting hour"), Invocation("settings", "hour")),
        Action(say.gettext("Quiet hours"), Invocation("settings", "quiet")),
        Action(say.gettext("Lead times"), Invocation("settings", "leads")),
        Action(say.gettext("Privacy"), Invocation("privacy")),
    )


def _values(inquiry: Inquiry, name: str) -> Card:
    say = inquiry.language
    return Card(
        say.gettext("Choose"),
        (_hint(say, name),),
        actions=(Action(say.gettext("Settings"), Invocation("settings")),),
        choices=tuple(setting_values(inquiry, name)),
        private=True,
    )


def _hint(say: Language, name: str) -> Note:
    if example := _HOW_TO_WRITE.get(name):
        return Note(say.line("Or write it, such as: /settings {setting} {example}", setting=name, example=example))
    return Note(say.line("Or write /settings {setting} and the value.", setting=name))


def _set(inquiry: Inquiry, name: str, value: str, read: Callable[[Inquiry, str], str | None]) -> Answer:
    unset = value.lower() == DEFAULT or (name, value.lower()) == ("quiet", OFF)
    accepted = None if unset else read(inquiry, value)
    if accepted is None and not unset:
        return _no_value(inquiry, name, value)
    changes = {_FIELDS.get(name, name): accepted}
    refusal = _too_many_leads(inquiry, accepted) if name == "leads" and accepted else None
    return CardWithEffect(_overview(inquiry, replace(inquiry.settings, **changes)), Choose(changes), refusal)


def _read_language(inquiry: Inquiry, value: str) -> str | None:
    by_name = {language_name(tag).casefold(): tag for tag in inquiry.tags}
    wanted = value.casefold()
    return next((tag for tag in inquiry.tags if tag.casefold() == wanted), by_name.get(wanted))


def _preference(stored: Callable[[str], str]) -> Callable[[Inquiry, str], str | None]:
    def read(_inquiry: Inquiry, value: str) -> str | None:
        with suppress(ValueError):
            return stored(value)
        return None

    return read


def _read_story(inquiry: Inquiry, value: str) -> str | None:
    story = inquiry.library.story(value.lower())
    return story.slug if story else None


SETTINGS = {
    "language": _read_language,
    "timezone": _preference(timezone_of),
    "story": _read_story,
    "hour": _preference(posting_hour_of),
    "quiet": _preference(quiet_of),
    "leads": _preference(leads_of),
}
"""A function for each setting: it reads a typed value into the stored one, or returns None if it is no such value."""


def _too_many_leads(inquiry: Inquiry, chosen: str) -> Card:
    say, count, stored = inquiry.language, len(read_leads(chosen)), inquiry.settings.leads
    text = say.line(
        "A chat can have {most} lead times at most, and these are {count}. Choose fewer.",
        most=str(MOST_LEADS),
        count=str(count),
    )
    blocks: list[Block] = [Paragraph(text), _hint(say, "leads")]
    if stored and len(read_leads(stored)) > MOST_LEADS:
        note = say.line("The chat keeps those that it has from before. Some of them can be left out, and none added.")
        blocks.append(Note(note))
    return Card(
        say.gettext("Too many lead times"),
        tuple(blocks),
        actions=(Action(say.gettext("Settings"), Invocation("settings")),),
        choices=tuple(setting_values(inquiry, "leads")),
        private=True,
    )


def _no_setting(inquiry: Inquiry, name: str) -> Card:
    say = inquiry.language
    text = say.line("There is no setting “{name}”. These can be changed:", name=echo(name))
    return Card(say.gettext("No such setting"), (Paragraph(text),), choices=_setting_actions(say), private=True)


def _no_value(inquiry: Inquiry, name: str, value: str) -> Card:
    say, near = inquiry.language, _nearest_values(inquiry, name, value)
    if not near:
        text = say.line("This setting cannot be “{value}”, and I know nothing like it.", value=echo(value))
    elif name in _HOURS or name == "leads":
        text = say.line("This setting cannot be “{value}”. For example:", value=echo(value))
    else:
        text = say.line("This setting cannot be “{value}”. The nearest:", value=echo(value))
    return Card(
        say.gettext("No such value"),
        (Paragraph(text), _hint(say, name)),
        actions=(Action(say.gettext("Settings"), Invocation("settings")),),
        choices=tuple(near),
        private=True,
    )


def _nearest_values(inquiry: Inquiry, name: str, value: str) -> list[Action]:
    match name:
        case "timezone":
            near = nearest_zones(value, _MOST_ZONES, inquiry.language.tag)
        case "story":
            slugs = [story.slug for story in inquiry.library.stories]
            near = [slug for slug, _, _ in process.extract(value, slugs, limit=3, score_cutoff=_SIMILAR)]
        case _:
            return setting_values(inquiry, name)
    return [Action(each, Invocation("settings", f"{name} {each}")) for each in near]


def _likely_zones(inquiry: Inquiry) -> list[str]:
    """Return the zones of the events that readers ask about, and UTC."""
    stories = inquiry.library.stories[:MOST_CHOICES]
    zones = dict.fromkeys(event.zone for story in stories for event in story.events)
    return list(dict.fromkeys([*zones, "UTC"]))


SETTINGS_OF_CHAT = Command(
    "settings",
    N_("This chat's language, time zone, story and reminders"),
    _answer_settings,
    nothing,
    (
        Parameter("setting", N_("What to change"), Suggest.SETTINGS),
        Parameter("value", N_("Its new value"), Suggest.SETTING_VALUES),
    ),
    about="chat",
    for_managers=True,
    private=True,
)
FORGET = Command(
    "forget",
    N_("Erase what is stored about this chat"),
    _answer_forget,
    nothing,
    about="chat",
    for_managers=True,
    private=True,
)
