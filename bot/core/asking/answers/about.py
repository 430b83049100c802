"""Answers about the bot itself: /start, /help, /privacy, and the cards for what it cannot do."""

from collections.abc import Iterator

from bot.core.asking.answers.parts import echo
from bot.core.asking.answers.samples import sample
from bot.core.asking.command import N_, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language

_FIRST_STEPS = ("summary", "facts", "who", "when", "timeline", "quotes")


def _answer_start(inquiry: Inquiry, _: None) -> Card:
    """Introduce the bot, and offer the first things to ask."""
    say = inquiry.language
    blocks = [
        Paragraph(
            say.line(
                "I answer questions about a news story. Everything I say comes from the newsroom's story file, with the"
                " paragraph it rests on; what the story does not say, I do not know."
            )
        )
    ]
    if inquiry.story:
        date = say.dated(inquiry.story.date)
        blocks.append(
            Paragraph(say.line("This chat reads: {headline} ({date})", headline=inquiry.story.headline, date=date))
        )
        blocks.append(how_to_ask(say, inquiry.story))
    return Card(say.gettext("Newspeg, a news bot"), tuple(blocks), actions=first_steps(say) + help_action(say))


def _answer_privacy(inquiry: Inquiry, _: None) -> Card:
    """Say what is stored, and how to erase it."""
    say = inquiry.language
    return Card(
        say.gettext("What is stored about this chat"),
        (
            Paragraph(
                say.line(
                    "The chat's number on its platform, its title if it subscribed, what was chosen for it (language,"
                    " time zone, story, when to be reminded), what it subscribed to, which reminders you asked for,"
                    " which were posted, and which version of a story it was last told of. It is stored only once"
                    " something is chosen, subscribed to or asked for."
                )
            ),
            Paragraph(
                say.line(
                    "With a subscription I keep who asked for it, so that I can tell that person if I may no longer"
                    " post there. No message is stored, nor who asked what else."
                )
            ),
            Paragraph(
                say.line(
                    "What this chat asked last, and the statement that answered it, stay in memory for a few minutes,"
                    " so that “and where?” is understood; they are never stored."
                )
            ),
            Paragraph(
                say.line(
                    "A question that a story does not answer is counted. Once three chats have asked it, the newsroom"
                    " may see its words and how many asked, for 30 days after the last time, but not who. None with a"
                    " long number, an address or a handle is counted."
                )
            ),
            *_sent_on(inquiry),
            Paragraph(say.line("/forget erases all but that count, which does not know who asked.")),
        ),
        actions=(
            Action(say.gettext("Settings"), Invocation("settings")),
            Action(say.gettext("Erase"), Invocation("forget")),
        ),
        private=True,
    )


def _sent_on(inquiry: Inquiry) -> Iterator[Paragraph]:
    """Say what leaves the bot, if anything does."""
    if inquiry.takes_advice:
        yield Paragraph(
            inquiry.language.line(
                "The newsroom lets a language model choose which of the story's statements answer a question. It is"
                " sent the question as you wrote it, with those statements, and nothing about you or this chat."
            )
        )


def apology(say: Language) -> Card:
    """Apologise: something broke on our side."""
    return Card(
        say.gettext("That did not work"),
        (Paragraph(say.line("Something went wrong here, and it is on record. Please try again in a moment.")),),
        actions=help_action(say),
        private=True,
    )


def not_allowed(say: Language) -> Card:
    """Refuse a change to a reader who may not make it."""
    return Card(
        say.gettext("Only for those who manage this chat"),
        (Paragraph(say.line("This would change the chat for everybody in it. Ask one of its admins.")),),
        actions=help_action(say),
        private=True,
    )


def somebody_elses(say: Language, invocation: Invocation) -> Card:
    """Ask to confirm a change that somebody else may have written: only a reader who wants it presses the button."""
    text = say.line("Somebody else may have written “{command}”, so it changes nothing.", command=echo(str(invocation)))
    return Card(
        say.gettext("Nothing has changed"),
        (Paragraph(text), Paragraph(say.line("If you want it, press the button."))),
        actions=(Action(str(invocation), invocation),),
        private=True,
    )


def offer(say: Language, story: Story | None, chat: str) -> Card:
    """Tell the person who made the bot an admin of a chat that the chat can be subscribed from here."""
    text = say.line(
        "You let me post in “{chat}”. Shall I post reminders there before a story's dated events?", chat=chat
    )
    one = (Action(story.headline, Invocation("subscribe", story.slug)),) if story else ()
    every = Action(say.gettext("Every story, those to come too"), Invocation("subscribe", "all"))
    return Card(say.gettext("Reminders"), (Paragraph(text),), choices=(*one, every))


def not_reached(say: Language) -> Card:
    """Say that the bot may not write to the person who wants a reminder."""
    text = say.line(
        "I cannot write to you in a private message, so I have set no reminder. Allow messages from this server's"
        " members, or from this app, and ask again."
    )
    return Card(say.gettext("No reminder"), (Paragraph(text),), actions=help_action(say), private=True)


def too_much(say: Language) -> Card:
    """Ask somebody to wait who asks more than is answered; without buttons, which would be pressed."""
    text = say.line("That was a lot at once. Please ask again in half a minute.")
    return Card(say.gettext("One moment"), (Paragraph(text),), private=True)


def too_old(say: Language) -> Card:
    """Answer a button that no longer fits the bot, or never did."""
    return Card(
        say.gettext("That button no longer works"),
        (Paragraph(say.line("It is from an older version of this bot. Please ask again.")),),
        actions=help_action(say),
        private=True,
    )


def how_to_ask(say: Language, story: Story) -> Paragraph:
    """Say that one may ask in one's own words, with an example from the story."""
    text = say.line("Ask in your own words, such as: /ask {question}", question=sample(say, story))
    return Paragraph(text)


def first_steps(say: Language) -> tuple[Action, ...]:
    """Return buttons to the first things to ask."""
    labels = {
        "summary": say.gettext("Summary"),
        "facts": say.gettext("Facts"),
        "who": say.gettext("Who is who"),
        "when": say.gettext("Dates"),
        "timeline": say.gettext("Timeline"),
        "quotes": say.gettext("Quotations"),
    }
    return tuple(Action(labels[name], Invocation(name)) for name in _FIRST_STEPS)


def help_action(say: Language) -> tuple[Action, ...]:
    """Return the button to all commands."""
    return (Action(say.gettext("Help"), Invocation("help")),)


START = Command("start", N_("What this bot is and what it can do"), _answer_start, nothing)
PRIVACY = Command("privacy", N_("What is stored about this chat"), _answer_privacy, nothing, private=True)
