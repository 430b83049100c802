"""The front desk: the one place where questions come in and cards go out."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import chain, islice

from bot.core.asking.allowance import Admit
from bot.core.asking.answers.about import START, apology, not_allowed, offer, somebody_elses, too_much, too_old
from bot.core.asking.answers.ask import ASK
from bot.core.asking.answers.looking import look
from bot.core.asking.answers.parts import leading_on
from bot.core.asking.answers.questions import offered
from bot.core.asking.answers.settings import FORGET
from bot.core.asking.command import AnyCommand, Argument, Suggest
from bot.core.asking.commands import BY_NAME, unknown_command
from bot.core.asking.inquiry import Answer, CardWithEffect, Inquiry, Told, Unanswered
from bot.core.asking.questions.advice import Advice, Chooser
from bot.core.asking.questions.reading import is_question
from bot.core.asking.questions.recent import Recent
from bot.core.asking.requests import Request
from bot.core.asking.suggestions import Suggestion, suggest
from bot.core.errors import QuotaReached, StorageUnavailable, TooManyQuestions
from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore
from bot.core.stories.library import Clock, Shelf
from bot.core.stories.names import How
from bot.core.stories.story import Story
from bot.core.stories.words import content
from bot.core.wording.cards import Card, Item, Paragraph, Quote, plain
from bot.core.wording.invocations import Invocation, ask
from bot.core.wording.language import Languages

_MOST_HITS = 20
_LONGEST_SNIPPET = 120


@dataclass(frozen=True, slots=True)
class Hit:
    """One card that a search offers, with a line that describes it."""

    invocation: Invocation
    card: Card
    snippet: str


class Desk:
    """Answers requests from the library, and stores the choices of chats."""

    def __init__(  # noqa: PLR0913 -- what it joins
        self,
        shelf: Shelf,
        chats: ChatStore,
        clock: Clock,
        languages: Languages,
        *,
        page: str | None = None,
        chooser: Chooser | None = None,
        changed: Callable[[], None] = lambda: None,
        unanswered: Callable[[Unanswered, ChatKey], None] = lambda *_: None,
        timed: Callable[[Request], AbstractContextManager[object]] = lambda _: nullcontext(),
        admit: Admit = lambda _request, _now: "answer",
    ) -> None:
        """Citations lead to the stories' pages at the URL `page`, if these are published.

        The `chooser` gives advice on readers' questions; without one the rules choose alone. `changed` is called
        when some chat's posts may have changed, `unanswered` when a story did not say what a chat asked; each answer
        that `admit` allows is made inside `timed`.
        """
        self._shelf = shelf
        self._chats = chats
        self._clock = clock
        self._languages = languages
        self._page = page
        self._chooser = chooser
        self._changed = changed
        self._recent = Recent()
        self._unanswered = unanswered
        self._timed = timed
        self._admit = admit

    async def answer(self, request: Request) -> Card:
        """Return the card for a request; there is one for every question.

        Raises StorageUnavailable if the command needs the chat's stored choices, and they cannot be read or written,
        and TooManyQuestions if whoever asks was told already that this is too much.
        """
        verdict = self._admit(request, self._clock())
        if verdict == "ignore":
            raise TooManyQuestions(f"{request.chat.platform} chat {request.chat.id} asks too much")
        if verdict == "tell":
            return too_much(self._languages.get(request.locale))
        with self._timed(request):
            return (await self._answer(_followed(request))).linked(self._page)

    async def _answer(self, request: Request) -> Card:
        command = BY_NAME.get(request.invocation.command)
        inquiry = self._inquire(request, await self._settings(request, command))
        if command is None:
            return unknown_command(inquiry)
        if command is ASK and (named := _named_alone(inquiry)):
            return await self._answer(replace(request, invocation=Invocation(named.name)))
        if command is ASK:
            inquiry = replace(inquiry, before=self._recent.recall(request.chat, inquiry.now))
            inquiry = replace(inquiry, advice=await self._advice(inquiry))
        outcome: Answer = command.answer(inquiry, await command.learn(inquiry, self._chats))
        if isinstance(outcome, CardWithEffect):
            return await self._apply(outcome, inquiry, command)
        if isinstance(outcome, Told):
            self._recent.remember(request.chat, inquiry.now, outcome.context)
        if isinstance(outcome, Unanswered) and not request.only_reads:
            self._unanswered(outcome, request.chat)
        return leading_on(inquiry, _card_of(outcome))

    async def _advice(self, inquiry: Inquiry) -> Advice | None:
        """Ask the chooser which statements of the chat's story answer a question."""
        statements = offered(inquiry) if self._chooser else ()
        if not self._chooser or not inquiry.story or not statements:
            return None
        ids = await self._chooser.choose(inquiry.text, statements)
        return None if ids is None else Advice(inquiry.story.slug, ids)

    async def _apply(self, outcome: CardWithEffect, inquiry: Inquiry, command: AnyCommand) -> Card:
        """Make the change that the answer stands for, if whoever asked for it may; return the card that tells of it."""
        if command.for_managers and not inquiry.request.may_manage:
            return not_allowed(inquiry.language)
        if inquiry.request.only_reads:
            return somebody_elses(inquiry.language, inquiry.request.invocation)
        try:
            instead = await outcome.effect.apply(inquiry, self._chats)
        except QuotaReached:
            if outcome.refusal is None:
                raise
            return leading_on(inquiry, outcome.refusal)
        if command is FORGET:
            self._recent.forget(inquiry.request.chat)
        if outcome.plans and instead is None:
            self._changed()
        return leading_on(inquiry, instead or outcome.card)

    async def suggest(
        self, chat: ChatKey, source: Suggest, typed: str, values: Mapping[str, str], locale: str | None = None
    ) -> list[Suggestion]:
        """Return at most 25 values for a parameter that is being typed; `values` are the command's other parameters."""
        request = Request(Invocation("summary", values.get("story", "")), chat, locale)
        inquiry = self._inquire(request, await self._settings(request, None))
        return suggest(replace(inquiry, text=typed), source, values)

    async def search(self, chat: ChatKey, text: str, locale: str | None = None) -> list[Hit]:
        """Return at most 20 cards for a line, the best first, each once; without words, the story's own cards."""
        request = Request(Invocation.of("who", text), chat, locale)
        settings = await self._settings(request, None)
        invocations = _hits(self._inquire(request, settings))[:_MOST_HITS]
        found: dict[Card, Invocation] = {}
        for each in invocations:
            card = self._card(replace(request, invocation=each), settings)
            if card:
                found.setdefault(card, each)
        return [Hit(each, card.linked(self._page), _snippet(card)) for card, each in found.items()]

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Move the stored choices of a chat to its new id; what it asked last is forgotten."""
        self._recent.forget(chat)
        await self._chats.move(chat, to)

    def offer(self, chat: str, locale: str | None = None) -> Card:
        """Return the card for the person who let the bot post in a chat with this name."""
        return offer(self._languages.get(locale), self._shelf().newest, chat)

    def apology(self, locale: str | None = None) -> Card:
        """Return the card for a reader whose question broke something; it needs nothing that can break."""
        return apology(self._languages.get(locale))

    def not_allowed(self, locale: str | None = None) -> Card:
        """Return the card for a person who asks about a chat that they do not manage; it tells nothing about it."""
        return not_allowed(self._languages.get(locale))

    def too_old(self, locale: str | None = None) -> Card:
        """Return the card for a button whose data this bot does not understand."""
        return too_old(self._languages.get(locale))

    def _card(self, request: Request, settings: ChatSettings) -> Card | None:
        """Answer a command that learns nothing from the store; None if the answer would change something."""
        inquiry = self._inquire(request, settings)
        answered: Answer = BY_NAME[request.invocation.command].answer(inquiry, None)
        return None if isinstance(answered, CardWithEffect) else leading_on(inquiry, _card_of(answered))

    async def _settings(self, request: Request, command: AnyCommand | None) -> ChatSettings:
        """Load the settings of the chat or person; if that fails, a command about stories gets the defaults."""
        about_person = command is not None and command.about == "person" and request.person is not None
        try:
            return await self._chats.load(request.person if about_person and request.person else request.chat)
        except StorageUnavailable:
            if command and command.about != "stories":
                raise
            return ChatSettings()

    def _inquire(self, request: Request, settings: ChatSettings) -> Inquiry:
        library, invocation = self._shelf(), request.invocation
        command = BY_NAME.get(invocation.command)
        argument = command.take_apart(invocation.argument) if command else Argument(None, invocation.argument, 1)
        return Inquiry(
            request,
            story=library.story(argument.slug) if argument.slug else library.read_by_default(settings.story),
            library=library,
            language=self._languages.get(settings.language, request.locale),
            now=self._clock(),
            text=argument.text,
            page=argument.page,
            slug=argument.slug,
            settings=settings,
            tags=tuple(self._languages.tags),
            takes_advice=self._chooser is not None,
        )


def _card_of(outcome: Card | Told | Unanswered) -> Card:
    return outcome if isinstance(outcome, Card) else outcome.card


def _followed(request: Request) -> Request:
    """Follow a deep link: `/start who-dodik` asks `/who dodik`. A link only reads, whoever made it."""
    asked = request.invocation
    linked = Invocation.linked(asked.argument) if asked.command == START.name else None
    command = BY_NAME.get(linked.command) if linked else None
    if linked is None or command is None or command.for_managers:
        return request
    return replace(request, invocation=linked, only_reads=True)


def _named_alone(inquiry: Inquiry) -> AnyCommand | None:
    """Return the command about stories that a line names without its slash, unless the story holds that word."""
    command = BY_NAME.get(inquiry.text.lower())
    if command is None or command.about != "stories" or inquiry.scoped:
        return None
    words = inquiry.library.index(inquiry.story).words if inquiry.story else ()
    return None if any(word in words for word in content(inquiry.text)) else command


def _hits(inquiry: Inquiry) -> list[Invocation]:
    """Return what a line may ask for: its answer if it is a question, what has that name, or else what holds the words.

    Without words these are the story's own cards.
    """
    story = inquiry.story
    if story is None:
        return []
    if not inquiry.text:
        return [ask(command, story) for command in ("summary", "when", "facts", "timeline", "quotes")]
    line = inquiry.request.invocation.argument
    answer = [Invocation(ASK.name, line)] if is_question(inquiry.text) else []
    return answer + (
        list(_named(inquiry, story, misspelt=False))
        or [*_holding(inquiry, story), *_held_elsewhere(inquiry, story)]
        or list(_named(inquiry, story, misspelt=True))
    )


def _named(inquiry: Inquiry, story: Story, *, misspelt: bool) -> Iterator[Invocation]:
    """Yield the entities, events and topics of all stories that have the name, or a like one; the chat's own first."""
    library = inquiry.library
    entities = library.find(inquiry.text, inquiry.chosen)
    events, topics = library.find_events(inquiry.text), library.find_topics(inquiry.text)
    for command, found in (("who", entities), ("when", events), ("facts", topics)):
        refs = found.targets if found and (found.how is How.MISSPELT) == misspelt else ()
        own = (ref for ref in refs if ref.slug == story.slug)
        others = (ref for ref in refs if ref.slug != story.slug)
        for slug, part in islice(chain(own, others), _MOST_HITS):
            yield ask(command, library.story(slug), part)


def _holding(inquiry: Inquiry, story: Story) -> Iterator[Invocation]:
    """Yield what holds the words in a story; facts and quotations together are one card each."""
    held = look(inquiry, story)
    yield from (ask("who", story, entity.id) for entity in held.entities)
    yield from (ask("when", story, event.id) for event in held.events)
    yield from (ask("facts", story, topic.id) for topic in held.topics)
    if held.facts:
        yield ask("facts", story, inquiry.text)
    if held.quotations:
        yield ask("quotes", story, inquiry.text)
    if held.sentences:
        yield ask("summary", story)


def _held_elsewhere(inquiry: Inquiry, story: Story) -> Iterator[Invocation]:
    """Yield a card of each other story that holds the words."""
    others = (each for each in inquiry.library.holding(content(inquiry.text)) if each is not story)
    yield from (ask("ask", other, inquiry.text) for other in islice(others, _MOST_HITS))


def _snippet(card: Card) -> str:
    said = (block for block in card.blocks if isinstance(block, Paragraph | Item | Quote))
    first = next((block.words if isinstance(block, Quote) else plain(block.text) for block in said), "")
    return first if len(first) <= _LONGEST_SNIPPET else first[: _LONGEST_SNIPPET - 1] + "…"
