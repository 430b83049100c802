"""How long `newspeg check` takes for hostile story files, and how much memory: each in a process of its own.

Run it by hand: `uv run python -m tests.benchmarks.story_files`, with words of the names to run only some. A file is as
large as a story file may be, unless its name says something else. Seconds are of the processor, so that other work on
the machine does not count. A process is given up after 20 of them, after a minute, or at 4 GB.
"""

import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.newsroom.source import MAX_BYTES
from tests.newsroom.written import STORY

GIVEN_UP_AFTER_S = 60
MOST_PROCESSOR_S = 20
MOST_MEMORY = 4 << 30

Make = Callable[[Path], object]


def _filled(part: str, before: str = "", after: str = "") -> str:
    """As often as it fits; `%d` in it counts."""
    room = MAX_BYTES - len(before.encode()) - len(after.encode())
    length = len((part.replace("%d", "123456")).encode())
    times = range(room // length)
    return before + "".join(part.replace("%d", str(number)) for number in times) + after


def _story(key: str, part: str) -> str:
    """The small story with one list filled up to what a file may hold."""
    head, _, tail = STORY.partition(f"{key}:\n")
    if not tail:
        head, tail = STORY, ""
    return _filled(part, f"{head}{key}:\n", tail)


def _link(target: str) -> Make:
    return lambda file: file.symlink_to(target)


def _linked_pipe(file: Path) -> None:
    os.mkfifo(file.with_name("pipe"))
    file.symlink_to("pipe")


def _sparse(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(2 << 30)


def _socket(file: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(file))


def _folders(file: Path) -> None:
    file.write_text(STORY)
    for number in range(5_000):
        folder = file.parents[1] / f"story-{number}"
        folder.mkdir()
        (folder / "story.yaml").write_text(STORY)


EDGE: Mapping[str, Make] = {
    "edge: link to /dev/zero": _link("/dev/zero"),
    "edge: sparse file of 2 GB": _sparse,
    "edge: FIFO": os.mkfifo,
    "edge: link to a FIFO": _linked_pipe,
    "edge: socket": _socket,
    "edge: link out of the folder": _link("/etc/hostname"),
    "edge: link to itself": _link("story.yaml"),
    "edge: folder named story.yaml": lambda file: file.mkdir(),
    "edge: 5,000 folders": _folders,
}

TEXTS: Mapping[str, Callable[[], str]] = {
    "yaml: {[[[[ of 40 KB": lambda: "{" + "[" * 40_000,
    "yaml: {[[[[": lambda: _filled("[", "{"),
    "yaml: [[[[": lambda: _filled("["),
    "yaml: {{{{": lambda: _filled("{"),
    "yaml: [[]: [[]: ": lambda: _filled("[[]: ", "{"),
    "yaml: ? ? ? ?": lambda: _filled("? "),
    "yaml: - - - -": lambda: _filled("- "),
    "yaml: block lists, deep": lambda: "a:\n" + "".join(" " * depth + "-\n" for depth in range(1_400)),
    "yaml: block mappings, deep": lambda: "".join(" " * depth + "a:\n" for depth in range(1_400)),
    "yaml: complex keys, deep": lambda: "".join(" " * depth + "?\n" for depth in range(1_400)),
    "yaml: [a, a, … on a line": lambda: _filled("a,", "a: ["),
    "yaml: [a, a, … closed": lambda: _filled("a,", "a: [", "]"),
    "yaml: [[], [], … closed": lambda: _filled("[],", "a: [", "]"),
    "yaml: {a1: b, … closed": lambda: _filled("a%d: b,", "a: {", "}"),
    "yaml: keys": lambda: _filled("k%d: v\n"),
    "yaml: the same key": lambda: _filled("k: v\n"),
    "yaml: keys without values": lambda: _filled("k%d:\n"),
    "yaml: brackets as keys": lambda: _filled("[a]: b\n"),
    "yaml: aliases": lambda: _filled("- *a\n", "a:\n- &a b\n"),
    "yaml: anchors": lambda: _filled("- &a%d b\n", "a:\n"),
    "yaml: tags": lambda: _filled("- !t b\n", "a:\n"),
    "yaml: tag directives": lambda: _filled("%TAG !%d! b\n"),
    "yaml: documents": lambda: _filled("--- a\n"),
    "yaml: comments taken for text": lambda: _filled("- a #b\n", "a:\n"),
    "yaml: blank lines": lambda: _filled("\n", "a: b\n", "c: d: e\n"),
    "yaml: invisible characters": lambda: _filled("- \u202e\n", "a:\n"),
    "yaml: escaped invisible characters": lambda: _filled('- "\\u202e"\n', "a:\n"),
    "yaml: one long text": lambda: _filled("a ", "a: "),
    "yaml: one long quoted text": lambda: _filled("a ", 'a: "', '"'),
    "yaml: one long open text": lambda: _filled("a ", 'a: "'),
    "yaml: one long block text": lambda: _filled("  a\n", "a: >-\n"),
    "yaml: one long key": lambda: _filled("a"),
    "yaml: one long key with blanks": lambda: _filled(" a", "x", ": y"),
    "yaml: hyphens": lambda: _filled("-"),
    "yaml: tabs": lambda: _filled("\t", "a:\n"),
    "yaml: no-break spaces": lambda: _filled("\xa0", "a:\n", "b: c"),
    "story: empty items": lambda: _story("facts", "  -\n"),
    "story: faulty facts": lambda: _story("facts", "  - x\n"),
    "story: faulty items of paragraph": lambda: _filled("x,", STORY + "corrections: [{paragraph: [", "]}]\n"),
    "story: unknown keys": lambda: _filled("k%d: v\n", STORY),
    "story: entities": lambda: _story(
        "entities", "  - {id: e%d, type: thing, name: Thing %d, role: A thing, paragraph: 1}\n"
    ),
    "story: 8,000 entities": lambda: STORY.replace(
        "facts:\n",
        "".join(f"  - {{id: e{n}, type: thing, name: Thing {n}, role: A thing, paragraph: 1}}\n" for n in range(8_000))
        + "facts:\n",
    ),
    "story: entities of one id": lambda: _story(
        "entities", "  - {id: e, type: thing, name: Thing %d, role: A thing, paragraph: 1}\n"
    ),
    "story: entities of one name": lambda: _story(
        "entities", "  - {id: e%d, type: thing, name: Thing, role: A thing, paragraph: 1}\n"
    ),
    "story: aliases": lambda: _filled("Name %d,", STORY.partition("      - Лейла")[0].rstrip() + " [", "]\n"),
    "story: aliases alike": lambda: _story(
        "entities",
        "  - {id: e%d, type: person, name: Ann Lee, role: A person, paragraph: 1, aliases: [Lee Ann, Lee, Ann]}\n",
    ),
    "story: references to nothing": lambda: _filled(
        "e%d,",
        STORY.replace("about: [aydin]", "about: [aydin]").partition("    about: [aydin]")[0] + "    about: [",
        "]\n    paragraph: 2\n",
    ),
    "story: entities and references to nothing": lambda: STORY.replace(
        "facts:\n",
        "".join(f"  - {{id: e{n}, type: thing, name: Thing {n}, role: A thing, paragraph: 1}}\n" for n in range(8_000))
        + "facts:\n"
        + "".join(
            f"  - {{text: x, paragraph: 1, about: [{','.join(f'x{n}-{m}' for m in range(50))}]}}\n" for n in range(600)
        ),
    ),
    "story: references": lambda: _story("facts", "  - {text: x, paragraph: 1, about: [aydin,gazette,aydin]}\n"),
    "story: facts": lambda: _story("facts", "  - {text: It is %d., paragraph: 1}\n"),
    "story: paragraphs": lambda: _filled(
        "1,", STORY.replace("paragraph: 2\n    date: 2031", "paragraph: [@]\n    date: 2031").partition("@")[0], "]\n"
    ),
    "story: events": lambda: _story(
        "events", "  - {id: v%d, name: Do %d, zone: UTC, start: 2031-05-04, paragraph: 1, description: x}\n"
    ),
    "story: an event's history": lambda: _filled(
        "      - {changed: 2031-01-01, status: scheduled}\n", STORY + "    history:\n"
    ),
    "story: an event's leads": lambda: _filled("P1D,", STORY + "    leads: [", "]\n"),
    "story: zones that are none": lambda: _story(
        "events", "  - {id: v%d, name: Do, zone: Europe/Istambol, paragraph: 1}\n"
    ),
    "story: quotations": lambda: _story("quotations", "  - {text: w %d, said_by: aydin, about: x, paragraph: 1}\n"),
    "story: a long quotation": lambda: _filled(
        "word ", STORY.replace("as safe as a church", "@").partition("@")[0], "\n"
    ),
    "story: corrections": lambda: _story("corrections", "  - {id: c%d, date: 2031-03-02, text: It was.}\n"),
    "story: topics": lambda: _story("topics", "  - {id: t%d, name: Topic %d}\n"),
    "story: a long wrong date": lambda: _filled("1", STORY.replace("1987", "@").partition("@")[0], "\n"),
    "story: a long wrong id": lambda: _filled("a-", STORY.replace("id: opening", "id: @").partition("@")[0], "\n"),
    "story: a long wrong zone": lambda: _filled("a/", STORY.replace("Europe/Istanbul", "@").partition("@")[0], "\n"),
}

ARTICLES: Mapping[str, tuple[Callable[[], str], Make]] = {
    "article: /dev/zero": (lambda: STORY, _link("/dev/zero")),
    "article: FIFO": (lambda: STORY, os.mkfifo),
    "article: sparse file of 2 GB": (lambda: STORY, _sparse),
    "article: words": (lambda: STORY, lambda file: file.write_text(_filled("word "))),
    "article: days": (lambda: STORY, lambda file: file.write_text(_filled("1,"))),
    "article: paragraphs": (lambda: STORY, lambda file: file.write_text(_filled("a\n\n"))),
    "article: days after days": (lambda: STORY, lambda file: file.write_text(_filled("4 may one day after "))),
    "article: blanks": (lambda: STORY, lambda file: file.write_text(_filled("\n \n "))),
    "article: quotation of omissions": (
        lambda: STORY.replace("as safe as a church", "a…" * 199 + "b"),
        lambda file: file.write_text(_filled("a ")),
    ),
    "article: facts, dated": (
        lambda: _story("facts", "  - {text: It is %d., paragraph: [0, 1], date: 2031-02-20}\n"),
        lambda file: file.write_text(_filled("4 may one day after, w%d ")),
    ),
    "article: quotations": (
        lambda: _story("quotations", "  - {text: w %d, said_by: aydin, about: x, paragraph: 0}\n"),
        lambda file: file.write_text(_filled("w w%d ")),
    ),
}


def main() -> None:
    """Print a row of a table for each file."""
    print("| file | processor, s | peak memory, MB | exit | lines |\n| --- | ---: | ---: | ---: | ---: |", flush=True)
    makes = {**EDGE, **{name: _writes(text) for name, text in TEXTS.items()}}
    for name in filter(_is_wanted, makes):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "content" / "bridge" / "story.yaml"
            file.parent.mkdir(parents=True)
            makes[name](file)
            print(f"| {name} | {_checked(file.parents[1])} |", flush=True)
    for name in filter(_is_wanted, ARTICLES):
        text, article = ARTICLES[name]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "bridge" / "story.yaml"
            file.parent.mkdir()
            file.write_text(text())
            article(file.with_name("article.txt"))
            print(f"| {name} | {_checked(file.parent, '--article', file.with_name('article.txt'))} |", flush=True)


def _is_wanted(name: str) -> bool:
    return len(sys.argv) == 1 or any(word in name for word in sys.argv[1:])


def _writes(text: Callable[[], str]) -> Make:
    return lambda file: file.write_text(text())


def _checked(*arguments: object) -> str:
    command = [sys.executable, "-m", "bot", "check", *map(str, arguments)]
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=printed, preexec_fn=_bounded)  # noqa: PLW1509 -- it has one thread
        code, usage = _waited_for(process)
        seconds = usage.ru_utime + usage.ru_stime
        printed.seek(0)
        lines = printed.read().count(b"\n")
    return f"{seconds:.2f} | {usage.ru_maxrss / 1024:.0f} | {code} | {lines}"


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR_S, MOST_PROCESSOR_S))


def _waited_for(process: "subprocess.Popen[bytes]") -> tuple[str, resource.struct_rusage]:
    deadline = time.monotonic() + GIVEN_UP_AFTER_S
    given_up = ""
    killed = (str(-signal.SIGKILL), str(-signal.SIGXCPU))
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            code = str(process.returncode)
            return given_up or ("given up" if code in killed else code), usage
        if time.monotonic() > deadline and not given_up:
            given_up = "given up"
            process.kill()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
