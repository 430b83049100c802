"""The command line: newspeg run | chat | new | draft | check | doctor | rehearse | posts | log | password | pause |
resume | migrate.

It alone declares options and prints. What a command needs is imported by that command, so that a chat starts soon.
"""

import errno
import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import structlog
from cyclopts import App, Parameter

from bot.core.asking.platform import Platform
from bot.core.errors import NewspegError, SettingsError
from bot.core.stories.library import Clock
from bot.options import must_be_one_of, read_other_date, read_sample, read_span
from bot.runtime.clock import clock_as_of, moment_of, system_clock
from bot.runtime.logs import configure_logging, hide_secrets
from bot.settings import Settings, read_settings, shared_secrets, unknown_settings

log = structlog.get_logger()

EXIT_FAILED = 1
EXIT_SETTINGS = 2
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)  # as standard output tells of it

WELCOME = "The newsroom page: {address}"
HOW_TO_START = """\
No platform has a token yet.
{starts}
Write them into a file named .env, or set them in the environment, and start again.
`newspeg chat` asks in the terminal; Ctrl+C stops the page.
"""

cli = App(
    name="newspeg",
    help="A news bot for Telegram and Discord whose every answer is grounded and cited.",
    version=lambda: version("newspeg"),
)
Word = TypeVar("Word", bound=str)
_MOST_EDITS = 500
_Flag = Annotated[bool, Parameter(negative="", show_default=False)]


@cli.command
async def run(*, only: str | None = None, as_of: str | None = None) -> None:
    """Start the newsroom page, and every platform that has a token.

    Parameters
    ----------
    only
        The parts to start, separated by commas: telegram,discord,web,worker,scheduler.
    as_of
        Pretend that it is this moment; only against test servers, and over a database of its own.
    """
    from bot.app import running

    try:
        settings = _settings()
        parts = _listed("part", only, running.startable())
        await running.run(settings.model_copy(update={"as_of": as_of}) if as_of else settings, parts, _greet)
    except Exception as error:  # noqa: BLE001 -- told below
        _leave(_told(error))
    _leave(0)


@cli.command
async def chat(
    *,
    json: _Flag = False,
    as_of: str | None = None,
    language: str | None = None,
    story: str | None = None,
) -> None:
    """Ask in the terminal; from a pipe, every line is answered.

    Parameters
    ----------
    json
        Print one JSON object for each line answered.
    as_of
        Pretend that it is this moment, in UTC where no offset is given: 2022-09-21T09:00.
    language
        Answer in this language.
    story
        Read this story: its folder's name.
    """
    from bot.app import stories
    from bot.platforms.terminal.chat import chat as converse

    settings = _settings(logging.WARNING)
    desk, reread = await stories.terminal_desk(settings, _clock(as_of), language, story, pretends=as_of is not None)
    await converse(desk, reread, json)


@cli.command
def check(
    path: Path | None = None,
    *,
    article: Annotated[Path | None, Parameter(allow_leading_hyphen=True)] = None,
    schema: _Flag = False,
) -> None:
    """Check the stories: a line for each, or every error with its file and line. Warnings stop nothing.

    Parameters
    ----------
    path
        A content folder, a story's folder or a story file; the content folder of the settings by default.
    article
        The article behind the story, as plain text: also check quotations, paragraphs and dates against it. “-” reads
        it from standard input.
    schema
        Print the JSON Schema of story files, for an editor that completes and checks while you write.
    """
    from bot.app import checking, stories

    if schema:
        print(json.dumps(stories.schema(), indent=2, ensure_ascii=False))
        return
    sound, problems = checking.check(path or _settings(logging.WARNING).content, article)
    for problem in problems:
        print(problem)
    if any(not problem.is_warning for problem in problems):
        sys.exit(EXIT_FAILED)
    print("\n".join(sound))


@cli.command
async def rehearse(  # noqa: PLR0913 -- options of the command line
    *,
    as_of: str | None = None,
    since: Annotated[str | None, Parameter(name="--from")] = None,
    until: Annotated[str | None, Parameter(name="--to")] = None,
    timezone: str | None = None,
    hour: str | None = None,
    quiet: str | None = None,
    leads: str | None = None,
    event: list[str] | None = None,
    json: _Flag = False,
) -> None:
    """Show every reminder that the subscribed chats, or else a sample one, will get, and when. Nothing is sent.

    Parameters
    ----------
    as_of
        Pretend that it is this moment, in UTC where no offset is given: 2022-09-21T09:00.
    since
        The first day or moment to show; now by default.
    until
        The last day or moment to show; a year later by default.
    timezone
        The channel's time zone; each event's own by default.
    hour
        When the channel gets day leads: 09:00.
    quiet
        The channel's quiet hours, in which day leads wait: 22:00-07:00.
    leads
        How long before an event, in place of the story's own: P7D,P1D,P0D,PT2H.
    event
        Try an event at another date: dodik-in-moscow/match=2022-11-20; may be given several times.
    json
        Print one JSON object for each post.
    """
    from bot.app import ledger
    from bot.platforms.terminal.posts import rehearsed_json, rehearsed_plain

    settings = _settings(logging.WARNING)
    start, end = read_span(_clock(as_of)(), since, until)
    found = await ledger.rehearse(
        settings,
        start,
        end,
        read_sample(timezone, hour, quiet, leads),
        as_of=_clock(as_of)().date() if as_of else None,
        others=[read_other_date(each) for each in event or ()],
    )
    rows = [(post, f"{each.chat.platform} {each.chat.id}".rstrip()) for each, post in found]
    lines = [_json(rehearsed_json(*row)) if json else rehearsed_plain(*row) for row in rows]
    _print_rows(lines, "Nothing is due in that time; past events have no reminders. --as-of shows an earlier moment.")


@cli.command
async def posts(*, state: str | None = None, json: _Flag = False) -> None:
    """Show what went out, what did not, and why.

    Parameters
    ----------
    state
        Only these states, separated by commas: pending,sending,sent,failed,unknown,withdrawn,skipped.
    json
        Print one JSON object for each post.
    """
    from bot.app import ledger
    from bot.core.posting.posts import STATES
    from bot.platforms.terminal.posts import post_json, post_plain

    settings = _settings(logging.WARNING)
    found = await ledger.posts(settings, _listed("state", state, STATES))
    _print_rows([_json(post_json(post)) if json else post_plain(post) for post in found], "There are no such posts.")
    if await ledger.is_paused(settings):
        sys.stderr.write("all posting is paused; `newspeg resume` releases it\n")
    for each in await ledger.unreadable(settings):
        told = "this version of the story cannot be read, so posts that show it are not corrected"
        sys.stderr.write(f"{each.story} {each.version}: {told}\n")


@cli.command
async def pause() -> None:
    """Stop all posting at once, until `newspeg resume`; a restart does not release it."""
    from bot.app import ledger

    await ledger.pause(_settings(logging.WARNING), paused=True)
    print("All posting is paused; `newspeg resume` releases it.")


@cli.command
async def resume() -> None:
    """Release what `newspeg pause` stopped; what is too late by then is skipped."""
    from bot.app import ledger

    await ledger.pause(_settings(logging.WARNING), paused=False)
    print("Posting goes on.")


@cli.command(name="log")
async def edits(story: str | None = None, *, json: _Flag = False) -> None:
    """List who changed which story at the desk, and when; the newest first.

    Parameters
    ----------
    story
        Only the changes of this story, by the name of its folder.
    json
        Print one JSON object a line.
    """
    from bot.app import ledger
    from bot.platforms.terminal.edits import edit_json, edit_plain

    found = await ledger.edits(_settings(logging.WARNING), story, _MOST_EDITS)
    _print_rows([_json(edit_json(each)) if json else edit_plain(each) for each in found], "Nothing was changed yet.")


@cli.command
def password(name: str) -> None:
    """Make an editor's entry for NEWSPEG_EDITORS; it asks for the password, or reads a line of standard input.

    Parameters
    ----------
    name
        The editor's name, as it stands in the log: letters, digits, dots and hyphens.
    """
    from bot.app.editors import new_entry

    print(new_entry(name))


@cli.command
async def migrate() -> None:
    """Bring the database to this version's schema; `run` does so by itself."""
    from bot.app import ledger

    print(await ledger.migrate(_settings()))


@cli.command
def new(slug: str) -> None:
    """Begin a story: a folder with a draft, whose lines `newspeg check` names until they are filled in.

    Parameters
    ----------
    slug
        The story's name in chats and its folder's: lower-case letters, digits and single hyphens.
    """
    from bot.app import stories

    file = stories.begin(_settings(logging.WARNING), slug)
    print(f"{file} is begun. `newspeg check {file.parent}` names each line to fill in.")


@cli.command
async def draft(
    sources: Annotated[list[str], Parameter(allow_leading_hyphen=True)],
    /,
    *,
    output: Annotated[Path | None, Parameter(name=["-o", "--output"])] = None,
    own: _Flag = False,
) -> None:
    """Draft a story from an article: by rules, valid, and with what to look at. Nothing that is there is changed.

    Parameters
    ----------
    sources
        A text file, an HTML file or the address of a page; “-” reads standard input. Several make a draft each.
    output
        The new or empty folder of the story; of several stories, the folder around theirs. By default the story's
        folder is made in the content folder, and named after the headline.
    own
        The article is your newsroom's own: the story may keep its sentences.
    """
    from bot.app import drafting
    from bot.platforms.terminal.progress import progress

    drafter = drafting.drafter_of(_settings(logging.WARNING), system_clock)
    place = drafting.Place(output, is_for_one=len(sources) == 1)
    worst = 0
    for source in progress(sources, "drafting"):
        try:
            drafted = await drafting.draft_source(drafter, source, place, own=own)
        except NewspegError as error:
            worst = max(worst, _told(error))
        else:
            print("\n".join(drafting.report_of(drafted)), flush=True)
    sys.exit(worst)


@cli.command
async def doctor() -> None:
    """Try settings, stories, database and tokens, and say what is missing; exit 1 if something is wrong."""
    settings = read_settings()
    configure_logging(settings.secrets, logging.CRITICAL)
    from bot.app.doctor import examine

    wrong = False
    async for finding in examine(settings):
        print(hide_secrets(str(finding)), flush=True)
        wrong = wrong or finding.state == "wrong"
    sys.exit(EXIT_FAILED if wrong else 0)


def main() -> None:
    """Run the command line; an error that is foreseen ends in one clear line, any other in a log without secrets."""
    configure_logging()
    try:
        try:
            cli()
        finally:
            if sys.stdout:
                sys.stdout.flush()  # here, as at its end Python would only complain
    except BrokenPipeError:
        _give_up_output()  # whoever read our output has left; there is nobody to tell
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 -- told there
        sys.exit(_told(error))


def _told(error: Exception) -> int:
    """Tell of an error, and return its exit code."""
    if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
        _give_up_output()
        error = NewspegError(f"the output cannot be written: {error.strerror}")
    if isinstance(error, NewspegError):
        with suppress(OSError):  # standard error may be full too
            print(hide_secrets(str(error)), file=sys.stderr)
        return EXIT_SETTINGS if isinstance(error, SettingsError) else EXIT_FAILED
    logging.getLogger(__name__).critical("newspeg failed", exc_info=error)
    return EXIT_FAILED


def _give_up_output() -> None:
    """Let what is still to be printed go nowhere: Python would try again at its end, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(code: int) -> NoReturn:
    """End the process here: Python would wait for its threads, and one may hang in a read that never ends."""
    with suppress(OSError):  # whoever read our output has left
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _greet(address: str, to_start: Sequence[Platform]) -> None:
    """Print the page's address; and how to start each of these platforms, if no platform has a token."""
    print(WELCOME.format(address=address), flush=True)
    if to_start:
        starts = (f"  {each.setting('token')} starts {each.title}: {each.where_to_register}." for each in to_start)
        print(HOW_TO_START.format(starts="\n".join(starts)), flush=True)


def _json(row: Mapping[str, Any]) -> str:
    """Return a row as one line of JSON; in the commands the option `json` hides the module of that name."""
    return json.dumps(row, ensure_ascii=False)


def _print_rows(rows: Sequence[str], none: str) -> None:
    """Print each row on a line; if there is none, say so on standard error, where no program takes it for a row."""
    for row in rows:
        print(row)
    if not rows:
        print(none, file=sys.stderr)


def _clock(as_of: str | None) -> Clock:
    return clock_as_of(moment_of(as_of)) if as_of else system_clock


def _listed(what: str, text: str | None, known: Sequence[Word]) -> list[Word]:
    """Return the words of a list with commas, in the order of `known`; SettingsError if one is not in there."""
    words = [word.strip() for word in text.split(",")] if text else []
    for word in words:
        must_be_one_of(what, word, known)
    return [word for word in known if word in words]


def _settings(level: int = logging.INFO) -> Settings:
    settings = read_settings()
    configure_logging(settings.secrets, level)
    for unknown in unknown_settings():
        log.warning(unknown)
    if file := shared_secrets():
        log.warning(
            "others can read this file, which holds a token or password: run `chmod 600 .env`",
            file=str(file.absolute()),
        )
    return settings
