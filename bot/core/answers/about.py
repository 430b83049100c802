"""What the bot says of itself: /start, /help, /privacy, and what it cannot do."""

from rapidfuzz import process

from bot.core.answers.parts import echo
from bot.core.cards import Action, Card, Item, Note, Paragraph
from bot.core.commands import BY_NAME, COMMANDS
from bot.core.inquiry import Inquiry
from bot.core.invocations import Invocation
from bot.core.language import Language

_FIRST_STEPS = ("summary", "facts", "who", "when", "timeline", "quotes")


def answer_start(inquiry: Inquiry) -> Card:
    """What the bot is, and the first things to ask."""
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
        date = say.date(inquiry.story.date)
        blocks.append(
            Paragraph(say.line("This chat reads: {headline} ({date})", headline=inquiry.story.headline, date=date))
        )
    blocks.append(
        Paragraph(say.line("Ask with a button, or type a name, such as /who {name}.", name=_example(inquiry)))
    )
    return Card(say.gettext("Newspeg, a news bot"), tuple(blocks), actions=_first_steps(say) + _help(say))


def answer_help(inquiry: Inquiry) -> Card:
    """Every command with its description."""
    say = inquiry.language
    items = [
        Item(say.line("{usage}: {description}", usage=command.usage, description=say.gettext(command.description)))
        for command in COMMANDS
    ]
    hint = Note(
        say.line(
            "A story's name and a slash before the question ask another story: /facts {example}",
            example=_scoped_example(inquiry),
        )
    )
    return Card(say.gettext("What I can do"), (*items, hint), actions=_first_steps(say))


def answer_privacy(inquiry: Inquiry) -> Card:
    """What is stored, and how to erase it."""
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
            Paragraph(say.line("/forget erases it all.")),
        ),
        actions=(Action(say.gettext("Erase"), Invocation("forget")),),
        private=True,
    )


def unknown_command(inquiry: Inquiry) -> Card:
    """For a command that there is not: the nearest that there is."""
    say = inquiry.language
    typed = inquiry.invocation.command
    near = [name for name, _, _ in process.extract(typed, BY_NAME.keys(), limit=2, score_cutoff=60)]
    return Card(
        say.gettext("I do not know that command"),
        (Paragraph(say.line("There is no /{command}.", command=echo(typed))),),
        actions=tuple(Action(f"/{name}", Invocation(name)) for name in near) + _help(say),
        private=True,
    )


def no_story(inquiry: Inquiry) -> Card:
    """While nothing is published."""
    say = inquiry.language
    return Card(
        say.gettext("No story yet"),
        (Paragraph(say.line("The newsroom has not published a story here yet. Please come back later.")),),
        private=True,
    )


def apology(say: Language) -> Card:
    """When something broke on our side."""
    return Card(
        say.gettext("That did not work"),
        (Paragraph(say.line("Something went wrong here, and it is on record. Please try again in a moment.")),),
        actions=_help(say),
        private=True,
    )


def not_allowed(say: Language) -> Card:
    """For a change by somebody who may not make it."""
    return Card(
        say.gettext("Only for those who manage this chat"),
        (Paragraph(say.line("This would change the chat for everybody in it. Ask one of its admins.")),),
        private=True,
    )


def chat_lost(say: Language, chat: str, title: str | None, *, upgraded: bool) -> Card:
    """For whoever subscribed a chat in which the bot may not post any more; `upgraded`: it goes on under another id."""
    if title:
        name = say.gettext("“{title}”").format(title=title)
    else:
        name = say.gettext("a chat whose name I do not know (its number is {chat})").format(chat=chat)
    if upgraded:
        text = say.line(
            "You asked for reminders in {name}. It has become a supergroup, and I was not told its new number, so they"
            " no longer arrive. To get them there again, send /subscribe in the new group.",
            name=name,
        )
    else:
        text = say.line(
            "I may no longer post in {name}, where you asked for reminders. To get them there again, let me post and"
            " send /subscribe there.",
            name=name,
        )
    return Card(say.gettext("A chat is lost"), (Paragraph(text),))


def offer(inquiry: Inquiry, chat: str) -> Card:
    """For whoever made the bot an admin of a chat: it can be subscribed from here."""
    say, story = inquiry.language, inquiry.library.newest
    text = say.line(
        "You let me post in “{chat}”. Shall I post reminders there before a story's dated events?", chat=chat
    )
    one = (Action(story.headline, Invocation("subscribe", story.slug)),) if story else ()
    every = Action(say.gettext("Every story, those to come too"), Invocation("subscribe", "all"))
    return Card(say.gettext("Reminders"), (Paragraph(text),), choices=(*one, every))


def not_reached(say: Language) -> Card:
    """For a reminder of a person to whom the bot may not write."""
    text = say.line(
        "I cannot write to you in a private message, so I have set no reminder. Allow messages from this server's"
        " members, or from this app, and ask again."
    )
    return Card(say.gettext("No reminder"), (Paragraph(text),), private=True)


def too_old(say: Language) -> Card:
    """For a button that no longer fits the bot, or never did."""
    return Card(
        say.gettext("That button no longer works"),
        (Paragraph(say.line("It is from an older version of this bot. Please ask again.")),),
        actions=_help(say),
        private=True,
    )


def _first_steps(say: Language) -> tuple[Action, ...]:
    labels = {
        "summary": say.gettext("Summary"),
        "facts": say.gettext("Facts"),
        "who": say.gettext("Who is who"),
        "when": say.gettext("Dates"),
        "timeline": say.gettext("Timeline"),
        "quotes": say.gettext("Quotations"),
    }
    return tuple(Action(labels[name], Invocation(name)) for name in _FIRST_STEPS)


def _help(say: Language) -> tuple[Action, ...]:
    return (Action(say.gettext("Help"), Invocation("help")),)


def _example(inquiry: Inquiry) -> str:
    return inquiry.story.entities[0].id if inquiry.story else "…"


def _scoped_example(inquiry: Inquiry) -> str:
    story = inquiry.story
    return f"{story.slug}/{story.topics[0].id if story.topics else ''}" if story else "…"
