"""/ask, and every plain line: a name, a few words, a greeting; later whole questions."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.core.asking.answers.about import first_steps, help_action
from bot.core.asking.answers.facts import FACTS
from bot.core.asking.answers.looking import elsewhere, held_card, look
from bot.core.asking.answers.parts import without_story
from bot.core.asking.answers.refusals import not_said, not_understood
from bot.core.asking.answers.when import WHEN
from bot.core.asking.answers.who import WHO
from bot.core.asking.command import N_, STORY, AnyCommand, Command, Parameter, Suggest, nothing
from bot.core.asking.inquiry import Answer, Inquiry
from bot.core.stories.names import Found, How
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.words import spellings
from bot.core.wording.cards import Card, Paragraph

_HELLO = """
    hi; hi there; hello; hello there; hey; hey there; hiya; howdy; yo; greetings; good morning; good afternoon;
    good evening; good day; morning; evening; hi bot; hello bot; hey bot; hallo; guten tag; guten morgen; servus; moin;
    bok; bog; zdravo; cao; ćao; čao; hej; pozdrav; dobar dan; dobro jutro; dobro vece; dobro veče; dobra večer; selam;
    merhaba; ciao; salut; bonjour; hola; привет; приветствую; здравствуйте; здравствуй; добрый день; доброе утро;
    добрый вечер; здраво; ћао; добар дан; добро јутро; добро вече; вітаю; привіт; добрий день
"""
_THANKS = """
    thanks; thank you; thank you very much; thank you so much; thanks a lot; many thanks; thx; ty; cheers; great thanks;
    ok thanks; okay thanks; danke; danke schön; vielen dank; hvala; hvala lijepa; hvala lepo; hvala puno; hvala vam;
    fala; хвала; хвала лепо; хвала пуно; спасибо; спасибо большое; большое спасибо; благодарю; дякую; merci; gracias;
    grazie; teşekkürler; sağ ol
"""
_GREETINGS = {normalise(line): line for line in _HELLO.split(";")}
_THANKED = {normalise(line): line for line in _THANKS.split(";")}
_POLITE = frozenset(["hello", "hey", "hi", "thank", "thanks"])  # before or after a question


def _answer(inquiry: Inquiry, _: None) -> Answer:
    """Answer from the story that the line names; a word before a slash that names none is a word: “his/her”."""
    library, slug = inquiry.library, inquiry.slug
    if slug and library.story(slug) is None and slug not in library.retracted:
        story = inquiry.chosen or library.newest
        inquiry = replace(inquiry, story=story, slug=None, text=f"{slug}/{inquiry.text}")
    return _answer_ask(inquiry, inquiry.story) if inquiry.story else without_story(inquiry)


def _answer_ask(inquiry: Inquiry, story: Story) -> Answer:
    """Lead to what the line means: the card of the one thing that it names, or a card of all that holds its words."""
    if not inquiry.text or _is_only_politeness(inquiry):
        return _greeting(inquiry, story)
    asked = [word for word in spellings(inquiry.text) if word not in _POLITE]
    # Whole questions have their place here: until they are understood, they are looked for by their content words.
    for text in dict.fromkeys((inquiry.text, " ".join(asked))):
        if command := _command_for(replace(inquiry, text=text), story, misspelt=False):
            return command.answer(replace(inquiry, text=text), None)
    if not asked:
        return not_understood(inquiry, story)
    sought = replace(inquiry, text=inquiry.text if len(asked) == len(spellings(inquiry.text)) else " ".join(asked))
    if card := _of_one(sought, story) or held_card(sought, story):
        return card
    if command := _command_for(sought, story, misspelt=True):
        return command.answer(sought, None)
    return elsewhere(sought, story, "ask", _answer_ask) or not_said(sought, story)


def _command_for(inquiry: Inquiry, story: Story, *, misspelt: bool) -> AnyCommand | None:
    """Return the command that knows the name best: in this story first, of an entity before an event or a topic."""
    library, name, index = inquiry.library, inquiry.text, inquiry.library.index(story)
    own = ((WHO, index.entities.find(name)), (WHEN, index.events.find(name)), (FACTS, index.topics.find(name)))
    others = ((WHO, library.find(name)), (WHEN, library.find_events(name)), (FACTS, library.find_topics(name)))
    return _surest(own, misspelt) or (None if inquiry.scoped else _surest(others, misspelt))


def _surest(found: Iterable[tuple[AnyCommand, Found[Any] | None]], misspelt: bool) -> AnyCommand | None:
    fits = [(command, each.how) for command, each in found if each and (each.how is How.MISSPELT) == misspelt]
    return min(fits, key=lambda fit: fit[1])[0] if fits else None


def _of_one(inquiry: Inquiry, story: Story) -> Answer | None:
    """Answer about the one thing that holds the words, if nothing else does, or several words tell it apart."""
    held = look(inquiry, story)
    several = len(spellings(inquiry.text)) > 1
    if len(held.entities) == 1 and (several or held.things + held.statements == 1):
        return WHO.answer(_about(inquiry, story, held.entities[0].id), None)
    if held.things + held.statements != 1:
        return None
    if held.events:
        return WHEN.answer(_about(inquiry, story, held.events[0].id), None)
    return FACTS.answer(_about(inquiry, story, held.topics[0].id), None) if held.topics else None


def _about(inquiry: Inquiry, story: Story, part: str) -> Inquiry:
    return replace(inquiry, story=story, slug=story.slug, text=part)


def _is_only_politeness(inquiry: Inquiry) -> bool:
    """True if the line greets or thanks, and is no name."""
    if normalise(inquiry.text) not in _GREETINGS | _THANKED:
        return False
    found = inquiry.library.find(inquiry.text)
    return found is None or found.how is not How.WHOLE


def _greeting(inquiry: Inquiry, story: Story) -> Card:
    say = inquiry.language
    title = say.gettext("You are welcome") if normalise(inquiry.text) in _THANKED else say.gettext("Hello")
    hint = say.line("Ask with a button, or type a name or a word, such as {name}.", name=story.entities[0].name)
    return Card(
        title,
        (Paragraph(say.line("This chat reads: {headline}", headline=story.headline)), Paragraph(hint)),
        actions=first_steps(say) + help_action(say),
    )


ASK = Command(
    "ask",
    N_("Look for a name or a few words"),
    _answer,
    nothing,
    (STORY, Parameter("words", N_("A name, or words of the story"), Suggest.ENTITIES)),
)
