"""The front desk: the one place where questions come in and cards go out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.core.answers import ABOUT_THE_CHAT, FROM_A_STORY
from bot.core.answers.about import apology, no_story, not_allowed, not_reached, offer, too_old, unknown_command
from bot.core.answers.stories import no_such_story
from bot.core.cards import Card, Item, Paragraph, Quote, plain
from bot.core.commands import BY_NAME, Suggest
from bot.core.errors import StorageUnavailable
from bot.core.inquiry import (
    Change,
    Choose,
    Erase,
    Inquiry,
    Remind,
    See,
    Subscribe,
    Unremind,
    Unsubscribe,
    ask,
    take_apart,
)
from bot.core.invocations import Invocation
from bot.core.language import Language
from bot.core.ports import ChatStore, Clock, Languages, Shelf
from bot.core.requests import ChatKey, ChatSettings, Reminder, Request, bounded
from bot.core.suggestions import Suggestion, suggest

_MOST_HITS = 20
_LONGEST_SNIPPET = 120


@dataclass(frozen=True, slots=True)
class Hit:
    """One card that a search offers, with a line that says what is in it."""

    invocation: Invocation
    card: Card
    snippet: str


class Desk:
    """Answers requests from the library, and keeps what chats have chosen."""

    def __init__(
        self,
        shelf: Shelf,
        chats: ChatStore,
        clock: Clock,
        languages: Languages,
        *,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        """`changed` is called whenever what is posted to some chat may have changed."""
        self._shelf = shelf
        self._chats = chats
        self._clock = clock
        self._languages = languages
        self._changed = changed

    async def answer(self, request: Request) -> Card:
        """The card for a request; whatever was asked, there is one.

        Raises StorageUnavailable if it is about what the chat has chosen, and that cannot be read or written now.
        """
        invocation = _followed(request.invocation)
        command = BY_NAME.get(invocation.command)
        person = request.person if command and command.personal else None
        settings = await self._settings(person or request.chat, invocation)
        inquiry = self._inquire(request.invocation, settings, request.locale, request.may_manage)
        inquiry = replace(inquiry, can_post=request.can_post, lacks=request.lacks, knows_person=person is not None)
        is_private = request.person == request.chat
        outcome = _answer(await self._with_stored(inquiry, request.chat, person, is_private))
        if isinstance(outcome, Card):
            return outcome
        if outcome.is_for_managers and not request.may_manage:
            return not_allowed(inquiry.language)
        return await self._change(request, outcome, inquiry.language)

    async def suggest(
        self, chat: ChatKey, source: Suggest, typed: str, values: Mapping[str, str], locale: str | None = None
    ) -> list[Suggestion]:
        """At most 25 values for a parameter that is being typed; `values` are the command's other parameters so far."""
        settings = await self._settings(chat)
        inquiry = self._inquire(Invocation("summary", values.get("story", "")), settings, locale)
        return suggest(replace(inquiry, text=typed), source, values)

    async def search(self, chat: ChatKey, text: str, locale: str | None = None) -> list[Hit]:
        """At most 20 cards for a few words, the best first; for none, the story's own."""
        settings = await self._settings(chat)
        inquiry = self._inquire(Invocation.of("who", text), settings, locale)
        invocations = _hits(inquiry)[:_MOST_HITS]
        cards = [(each, _answer(self._inquire(each, settings, locale))) for each in invocations]
        return [Hit(each, card, _snippet(card)) for each, card in cards if isinstance(card, Card)]

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """The chat goes by another id from now on."""
        await self._chats.move(chat, to)

    def offer(self, chat: str, locale: str | None = None) -> Card:
        """For whoever let the bot post in a chat of this name."""
        return offer(self._inquire(Invocation("subscribe"), ChatSettings(), locale), chat)

    def apology(self, locale: str | None = None) -> Card:
        """For a reader whose question broke something; it needs nothing that can break."""
        return apology(self._languages.get(locale))

    def too_old(self, locale: str | None = None) -> Card:
        """For a button whose data this bot does not understand."""
        return too_old(self._languages.get(locale))

    async def _with_stored(self, inquiry: Inquiry, chat: ChatKey, person: ChatKey | None, is_private: bool) -> Inquiry:
        """With what is stored about the chat and the person, as far as the command is about that."""
        command = BY_NAME.get(inquiry.invocation.command)
        if command is None:
            return inquiry
        reminded = person or (chat if command.about_posts and is_private else None)
        if command.about_posts:
            inquiry = replace(inquiry, subscriptions=await self._chats.subscriptions(chat))
        if reminded:
            inquiry = replace(inquiry, reminders=await self._chats.reminders(reminded))
        if inquiry.subscriptions or inquiry.reminders:
            asking = {chat, reminded or chat}
            inquiry = replace(inquiry, set_aside=any([await self._chats.is_set_aside(each) for each in asking]))
        if command.about_news and inquiry.story:
            inquiry = replace(inquiry, seen=await self._chats.seen(chat, inquiry.story.slug))
        return inquiry

    async def _settings(self, chat: ChatKey, invocation: Invocation | None = None) -> ChatSettings:
        """The chat's settings; the defaults while they cannot be read, as far as a question is only about a story."""
        try:
            return await self._chats.load(chat)
        except StorageUnavailable:
            command = BY_NAME.get(invocation.command) if invocation else None
            if command and (command.changes_chat or command.about_posts or command.personal):
                raise
            return ChatSettings()

    async def _change(self, request: Request, change: Change, say: Language) -> Card:
        match change.deed:
            case Choose(changes):
                await self._chats.change(request.chat, changes)
            case Erase():
                await self._chats.forget(request.chat)
            case Subscribe(story):
                title = bounded(request.title)
                await self._chats.subscribe(request.chat, story, self._clock(), request.by, title)
            case Unsubscribe(story):
                await self._chats.unsubscribe(request.chat, story)
            case Remind(reminder):
                return await self._remind(request, reminder, change.card, say)
            case Unremind(reminders) if request.person:
                await self._chats.unremind(request.person, reminders)
            case See(story):
                await self._chats.see(request.chat, story)
        if not isinstance(change.deed, See):
            self._changed()
        return change.card

    async def _remind(self, request: Request, reminder: Reminder, card: Card, say: Language) -> Card:
        """Store it first, so that a crash loses nothing; confirm it where it will be posted, as that may be refused."""
        assert request.person
        await self._chats.remind(request.person, reminder, self._clock())
        refused = await request.reach(card) if request.reach else None
        if refused is not None:
            await self._chats.unremind(request.person, [reminder])
            return not_reached(say)
        self._changed()
        return card

    def _inquire(
        self, invocation: Invocation, settings: ChatSettings, locale: str | None, may_manage: bool = False
    ) -> Inquiry:
        library = self._shelf()
        asked, invocation = invocation, _followed(invocation)
        argument = take_apart(invocation.command, invocation.argument)
        return Inquiry(
            invocation=invocation,
            text=argument.text,
            page=argument.page,
            story=library.story(argument.slug or settings.story) or (None if argument.slug else library.newest),
            slug=argument.slug,
            library=library,
            language=self._languages.get(settings.language, locale),
            settings=settings,
            may_manage=may_manage,
            tags=tuple(self._languages.tags),
            now=self._clock(),
            linked=invocation is not asked,
        )


def _followed(invocation: Invocation) -> Invocation:
    """Where a deep link leads: `/start who-dodik` asks `/who dodik`; a link only reads, whoever made it."""
    linked = Invocation.linked(invocation.argument) if invocation.command == "start" else None
    command = BY_NAME.get(linked.command) if linked else None
    return linked if linked and command and not command.changes_chat else invocation


def _answer(inquiry: Inquiry) -> Card | Change:
    command = inquiry.invocation.command
    if command in ABOUT_THE_CHAT:
        return ABOUT_THE_CHAT[command](inquiry)
    if command not in BY_NAME:
        return unknown_command(inquiry)
    if inquiry.story:
        return FROM_A_STORY[command](inquiry, inquiry.story)
    return no_such_story(inquiry, inquiry.slug) if inquiry.slug and inquiry.library.stories else no_story(inquiry)


def _hits(inquiry: Inquiry) -> list[Invocation]:
    """What a few words may ask for: entities, events and topics of that name; without words, the story's cards."""
    story = inquiry.story
    if story is None:
        return []
    if not inquiry.text:
        return [ask(command, story) for command in ("summary", "when", "facts", "timeline", "quotes")]
    index = inquiry.library.index(story)
    found = inquiry.library.find(inquiry.text, inquiry.chosen)
    hits = [ask("who", inquiry.library.entity(ref)[0], ref.id) for ref in (found.targets if found else ())]
    for command, names in (("when", index.events), ("facts", index.topics)):
        match = names.find(inquiry.text)
        hits += [ask(command, story, target) for target in (match.targets if match else ())]
    return hits


def _snippet(card: Card) -> str:
    said = (block for block in card.blocks if isinstance(block, Paragraph | Item | Quote))
    first = next((block.words if isinstance(block, Quote) else plain(block.text) for block in said), "")
    return first if len(first) <= _LONGEST_SNIPPET else first[: _LONGEST_SNIPPET - 1] + "…"
