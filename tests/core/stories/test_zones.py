"""Time zones by name."""

import pytest

from bot.core.stories.zones import find_zone, nearest_zones, zone_names, zone_problem


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Sarajevo", "Europe/Sarajevo"),
        ("europe/sarajevo", "Europe/Sarajevo"),
        (" Sarajevo ", "Europe/Sarajevo"),
        ("new york", "America/New_York"),
        ("utc", "UTC"),
        ("Sarajewo", None),
        ("", None),
        ("Etc/GMT+5", None),
        ("../etc/passwd", None),
    ],
)
def test_a_zone_is_found_as_people_write_it(text: str, zone: str | None) -> None:
    assert find_zone(text) == zone


def test_only_places_and_utc_are_zones() -> None:
    assert "UTC" in zone_names()
    assert not {"Etc/GMT+5", "Factory", "GMT", "posixrules"} & set(zone_names())
    assert list(zone_names()) == sorted(zone_names())


def test_a_name_that_is_none_gets_the_nearest() -> None:
    assert nearest_zones("Europe/Sarajewo")[0] == "Europe/Sarajevo"
    assert zone_problem("Europe/Sarajevo") is None
    assert zone_problem("Europe/Sarajewo") == "no time zone “Europe/Sarajewo”; did you mean Europe/Sarajevo?"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("CET", "zones are named by continent and city, such as Europe/Sarajevo"),
        ("+02:00", "zones are named by continent and city, such as Europe/Sarajevo"),
        ("Copenhagen", "did you mean Europe/Copenhagen?"),
        ("Europa/Copenhagen", "did you mean Europe/Copenhagen?"),
    ],
)
def test_only_a_zone_that_is_near_is_suggested(name: str, hint: str) -> None:
    assert zone_problem(name) == f"no time zone “{name}”; {hint}"


@pytest.mark.parametrize("name", ["", "🙂", "x" * 10_000, "\0", "europe/sarajevo"])
def test_any_other_name_is_a_problem_and_never_an_exception(name: str) -> None:
    assert zone_problem(name)


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Mars", []),
        ("asdf", []),
        ("time", []),
        ("Bosnia and Herzegovina", ["Europe/Sarajevo"]),
        ("japan", ["Asia/Tokyo"]),
        ("Londn", ["Europe/London"]),
        ("Calcutta", ["Asia/Kolkata"]),
        ("", []),
    ],
)
def test_a_zone_is_near_by_its_city_or_country_and_not_by_its_looks(text: str, zones: list[str]) -> None:
    assert nearest_zones(text) == zones


def test_a_zone_is_near_in_the_readers_language_and_by_its_beginning_while_it_is_typed() -> None:
    assert nearest_zones("Deutschland", language="de")[0] == "Europe/Berlin"
    assert nearest_zones("berl") == []
    assert nearest_zones("berl", typing=True) == ["Europe/Berlin"]
    assert "America/New_York" in nearest_zones("united states", limit=9)
