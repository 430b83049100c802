"""The development articles with their keys, and how well a draft of one holds against its key.

A key is what a careful editor reads out of an article; `tests/data/articles/README.md` tells its form.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.core.stories.spelling import normalise
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.drafting import Draft, draft
from bot.newsroom.drafting.phrases import UNNAMED, is_filled_in
from bot.newsroom.drafting.reading import read_article
from bot.newsroom.drafting.verifying import inventions

ARTICLES = Path(__file__).parent / "data" / "articles"
FIELDS = ("quotations", "speakers", "dates", "entities", "merged", "types", "roles", "claims", "events")
FAULTS = ("false quotations", "junk", "wrongly merged", "false events", "inventions")
_ALIKE = 0.6
_EDGES = " ,.;:!?…–—-\"'“”„«»‘’"


@dataclass(frozen=True, slots=True)
class Keyed:
    """An article with its key."""

    name: str
    article: Article
    key: Mapping[str, Any]

    def listed(self, kind: str) -> Sequence[Mapping[str, Any]]:
        """The entries of a list of the key."""
        return self.key.get(kind) or ()

    def drafted(self) -> Draft:
        """Draft it, on the day that the key names."""
        return draft(self.article, date.fromisoformat(str(self.key["today"])))


def keyed(folder: Path = ARTICLES) -> list[Keyed]:
    """Read all articles of a folder that have a key."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        key = yaml.safe_load(file.read_text(encoding="utf-8"))
        raw = (folder / key["article"]).read_bytes()
        found.append(Keyed(file.stem, read_article(raw, is_html=key["article"].endswith(".html")), key))
    return found


@dataclass(slots=True)
class Score:
    """What of the key was found."""

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    named: int = 0
    """Entities of the draft."""
    items: int = 0
    doubted: int = 0
    misses: list[str] = field(default_factory=list)

    def take(self, what: str, is_right: bool, miss: str) -> None:
        """Count an entry of the key."""
        self.asked[what] += 1
        if is_right:
            self.right[what] += 1
        else:
            self.misses.append(f"{what}: {miss}")

    def fault(self, what: str, which: str) -> None:
        """Count something that should not be there."""
        self.faults[what] += 1
        self.misses.append(f"{what}: {which}")

    def add(self, other: "Score") -> None:
        """Take another article's score in."""
        self.asked += other.asked
        self.right += other.right
        self.faults += other.faults
        self.named += other.named
        self.items += other.items
        self.doubted += other.doubted


def scored(made: Draft, keyed: Keyed) -> Score:
    """Hold a draft against the key of its article."""
    score = Score()
    data = made.data
    whom = _entities(score, data, keyed)
    _quotations(score, data, keyed, whom)
    _claims(score, data, keyed, whom)
    _dates(score, made, keyed)
    _events(score, data, keyed)
    for each in inventions(data, keyed.article):
        score.fault("inventions", f"{each.kind} {each.text}")
    lists = [item for value in data.values() if isinstance(value, list) for item in value]
    score.items = len(lists) + 2
    score.doubted = sum("review" in item for item in (*lists, data["credit"], data))
    return score


def _forms(entity: Mapping[str, Any]) -> set[str]:
    return {normalise(name) for name in (entity["name"], *entity.get("aliases", ()))}


def _entities(score: Score, data: Mapping[str, Any], keyed: Keyed) -> Mapping[str, set[str]]:
    """Score the entities; return the ids in the draft of each entity of the key."""
    drafted = [each for each in data["entities"] if each["id"] != UNNAMED and not is_filled_in(each["name"])]
    score.named = len(drafted)
    whom: dict[str, set[str]] = {}
    known = {normalise(name) for name in keyed.key.get("optional_entities") or ()}
    for wanted in keyed.listed("entities"):
        surfaces = {normalise(each) for each in wanted["surfaces"]}
        known |= surfaces
        found = [each for each in drafted if _forms(each) & surfaces]
        score.take("entities", bool(found), wanted["surfaces"][0])
        whom[wanted["id"]] = {each["id"] for each in found}
        if not found:
            continue
        first = found[0]
        score.take("merged", len(found) == 1, " / ".join(each["name"] for each in found))
        score.take("types", first["type"] == wanted["type"], f"{first['name']} is no {first['type']}")
        if wanted.get("role"):
            role = "" if is_filled_in(first["role"]) else first["role"]
            score.take("roles", _overlap(role, wanted["role"]), f"{first['name']}: “{role}”, not “{wanted['role']}”")
    for each in drafted:
        if not _forms(each) & known:
            score.fault("junk", each["name"])
    for one, other in keyed.key.get("distinct") or ():
        if whom.get(one, set()) & whom.get(other, set()):
            score.fault("wrongly merged", f"{one} and {other}")
    return whom


def _overlap(role: str, wanted: str) -> bool:
    """True if most of the wanted words are in the role, and most of it is wanted."""
    one, other = {*normalise(role, None).split()}, {*normalise(wanted, None).split()}
    shared = len(one & other)
    return shared >= _ALIKE * len(other) and shared >= _ALIKE * len(one) - 1 and shared > 0


def _bare(text: str) -> str:
    return " ".join(text.strip(_EDGES).casefold().split())


def _paragraphs(item: Mapping[str, Any]) -> Sequence[int]:
    paragraph = item["paragraph"]
    return [paragraph] if isinstance(paragraph, int) else paragraph


def _speakers(item: Mapping[str, Any]) -> set[str]:
    said_by = item.get("said_by", ())
    return {said_by} if isinstance(said_by, str) else {*said_by}


def _quotations(score: Score, data: Mapping[str, Any], keyed: Keyed, whom: Mapping[str, set[str]]) -> None:
    left = list(data.get("quotations", ()))
    for wanted in keyed.listed("quotations"):
        text = _bare(wanted["text"])
        found = next(
            (each for each in left if wanted["paragraph"] in _paragraphs(each) and _bare(each["text"]) == text), None
        )
        score.take("quotations", found is not None, wanted["text"])
        if wanted.get("speaker"):
            is_right = found is not None and bool(_speakers(found) & whom[wanted["speaker"]])
            score.take(
                "speakers", is_right, f"{wanted['speaker']} of “{wanted['text'][:40]}”: {found and _speakers(found)}"
            )
        if found is not None:
            left.remove(found)
    for each in left:
        score.fault("false quotations", each["text"])


def _claims(score: Score, data: Mapping[str, Any], keyed: Keyed, whom: Mapping[str, set[str]]) -> None:
    claims = [each for each in data["facts"] if each.get("kind") == "claim"]
    for wanted in keyed.listed("claims"):
        text = _bare(wanted["text"])
        found = [each for each in claims if wanted["paragraph"] in _paragraphs(each) and text in _bare(each["text"])]
        speaker = wanted.get("speaker")
        is_right = bool(found) and (not speaker or any(_speakers(each) & whom[speaker] for each in found))
        score.take("claims", is_right, f"{speaker}: “{wanted['text']}”, {[*map(_speakers, found)]}")


def _dates(score: Score, made: Draft, keyed: Keyed) -> None:
    for wanted in keyed.listed("dates"):
        allowed = {str(each) for each in (wanted["date"], *(wanted.get("also") or ()))}
        found = [
            each
            for each in made.datings
            if each.span.paragraph == wanted["paragraph"]
            and (_bare(wanted["text"]) in _bare(each.text) or _bare(each.text) in _bare(wanted["text"]))
        ]
        read = {_to_the_minute(str(each.date.undoubted if each.date else None)) for each in found}
        is_right = bool(read & allowed) or bool({each[:10] for each in read} & allowed)
        score.take("dates", is_right, f"“{wanted['text']}” is {wanted['date']}, not {read}")


def _to_the_minute(date: str) -> str:
    return date if "/" in date else date[:16]


def _events(score: Score, data: Mapping[str, Any], keyed: Keyed) -> None:
    drafted = list(data.get("events", ()))
    days = {str(each) for wanted in keyed.listed("events") for each in (wanted["date"], *(wanted.get("also") or ()))}
    for wanted in keyed.listed("events"):
        allowed = {str(each) for each in (wanted["date"], *(wanted.get("also") or ()))}
        allowed |= {part for each in allowed for part in each.split("/")}
        words = [word.casefold() for word in wanted["words"]]
        found = [
            each
            for each in drafted
            if str(each.get("start", "")).rstrip("?")[:10] in allowed
            and any(word in f"{each['name']} {each.get('description', '')}".casefold() for word in words)
        ]
        told = [f"{each['name']} {each.get('start')}" for each in drafted]
        score.take("events", bool(found), f"{wanted['words'][0]} on {wanted['date']}, not {told}")
    for each in drafted:
        if not any(str(each.get("start", "")).rstrip("?")[:10] in (day, *day.split("/")) for day in days):
            score.fault("false events", f"{each['name']} {each.get('start')}")


def faults_of_key(each: Keyed) -> Iterator[str]:
    """Yield what is wrong with a key: what its article does not have, and ids that lead nowhere."""
    paragraphs = each.article.paragraphs
    ids = {entity["id"] for entity in each.listed("entities")}
    for kind in ("quotations", "claims", "no_claims", "dates"):
        for entry in each.listed(kind):
            if entry["text"] not in paragraphs[entry["paragraph"]]:
                yield f"{kind}: paragraph {entry['paragraph']} has no “{entry['text']}”"
            yield from (
                f"{kind}: no {entry[who]}" for who in ("speaker", "via", "to") if entry.get(who) not in (None, *ids)
            )
    text = "\n".join(paragraphs)
    for entity in each.listed("entities"):
        words = (*entity["surfaces"], *([entity["role"]] if entity.get("role") else ()))
        yield from (f"entities: no “{word}”" for word in words if word not in text)
    if each.article.language != each.key["language"]:
        yield f"it is read as {each.article.language}, not {each.key['language']}"
