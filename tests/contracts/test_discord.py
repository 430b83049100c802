"""What breaks Discord's contract is found; what keeps it is not complained of."""

from typing import Any

import pytest

from tests.contracts import check_discord

MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"
COMMANDS = "/applications/1/commands"
BUTTON = {"type": 2, "style": 1, "label": "Who", "custom_id": "who"}
OPTION = {"label": "A story", "value": "a"}
SELECT = {"type": 3, "custom_id": "story", "options": [OPTION]}
COMMAND = {"name": "who", "description": "Who is who", "type": 1}


def embeds(**fields: Any) -> dict[str, Any]:
    return {"embeds": [fields]}


def rows(*components: Any) -> dict[str, Any]:
    return {"content": "hello", "components": [{"type": 1, "components": list(components)}]}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", MESSAGES, {"content": "x" * 2000}),
        ("POST", MESSAGES, {"content": "hello", "nonce": "1" * 25, "enforce_nonce": True}),
        ("POST", MESSAGES, embeds(title="x" * 256, description="x" * 4096, url="https://example.org/", flags=0)),
        ("POST", MESSAGES, embeds(timestamp="2031-05-04T16:00:00+00:00", image={"url": "attachment://a.png"})),
        ("POST", MESSAGES, {"content": "x", "message_reference": {"message_id": 5, "fail_if_not_exists": False}}),
        ("POST", MESSAGES, rows(BUTTON, {"type": 2, "style": 5, "label": "x", "url": "https://example.org/"})),
        ("POST", MESSAGES, rows(SELECT)),
        ("PATCH", f"{MESSAGES}/2", {"content": "hello", "components": []}),
        ("POST", f"{MESSAGES}/2/crosspost", None),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "hello", "flags": 64}}),
        ("POST", CALLBACK, {"type": 7, "data": rows(BUTTON)}),
        ("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "x", "value": "y"}]}}),
        ("PATCH", "/webhooks/1/token/messages/@original", {"content": "hello"}),
        ("PUT", COMMANDS, [COMMAND, {**COMMAND, "name": "кто"}]),
        ("GET", "/users/@me", None),
    ],
)
def test_what_keeps_the_contract_has_no_fault(method: str, path: str, body: Any) -> None:
    assert check_discord(method, path, body) == []


@pytest.mark.parametrize(
    ("method", "path", "body", "fault"),
    [
        ("POST", "/channels/1/mesages", {"content": "x"}, "there is no path /channels/1/mesages"),
        ("PUT", MESSAGES, {"content": "x"}, "takes no PUT"),
        ("POST", MESSAGES, None, "a body is asked for"),
        ("POST", f"{MESSAGES}/2/crosspost", {"content": "x"}, "no body is taken"),
        ("POST", MESSAGES, {}, "an empty message"),
        ("POST", MESSAGES, {"content": "", "embeds": []}, "an empty message"),
        ("POST", MESSAGES, {"content": "x" * 2001}, "$.content: more than 2000"),
        ("POST", MESSAGES, {"content": 5}, "$.content: 5 is not of type"),
        ("POST", MESSAGES, {"content": "x", "text": "x"}, "'text' was unexpected"),
        ("POST", MESSAGES, {"content": "x", "nonce": "1" * 26}, "$.nonce"),
        ("POST", MESSAGES, {"embeds": [{"title": "x"}] * 11}, "$.embeds"),
        ("POST", MESSAGES, {"embeds": [{"description": "x" * 3001}] * 2}, "$.embeds: 6002 characters together"),
        ("POST", MESSAGES, embeds(title="x" * 257), "$.embeds[0].title"),
        ("POST", MESSAGES, embeds(description="x" * 4097), "$.embeds[0].description"),
        ("POST", MESSAGES, embeds(description="x", url="example"), "$.embeds[0].url: 'example' is not a 'uri'"),
        ("POST", MESSAGES, embeds(description="x", timestamp="yesterday"), "is not a 'date-time'"),
        ("POST", MESSAGES, embeds(description="x", timestamp="2031-05-04T16:00:00"), "is not a 'date-time'"),
        ("POST", MESSAGES, embeds(description="x", colour=1), "'colour' was unexpected"),
        ("POST", MESSAGES, embeds(description="x", footer={"text": "x" * 2049}), "$.embeds[0].footer.text"),
        ("POST", MESSAGES, embeds(description="x", fields=[{"name": "x"}]), "'value' is a required property"),
        ("POST", MESSAGES, {"content": "x", "message_reference": {"message_id": "five"}}, "message_id"),
        ("POST", MESSAGES, rows(*[{**BUTTON, "custom_id": str(n)} for n in range(6)]), "$.components[0].components"),
        ("POST", MESSAGES, rows(BUTTON, BUTTON), "custom_id 'who' stands there 2 times"),
        ("POST", MESSAGES, rows({**BUTTON, "custom_id": "x" * 101}), "$.components[0].components[0].custom_id"),
        ("POST", MESSAGES, rows({**BUTTON, "label": "x" * 81}), "$.components[0].components[0].label"),
        ("POST", MESSAGES, rows({**BUTTON, "style": 9}), "$.components[0].components[0].style"),
        ("POST", MESSAGES, rows({**SELECT, "options": []}), "$.components[0].components[0].options"),
        ("POST", MESSAGES, rows({**SELECT, "options": [OPTION, OPTION]}), "value 'a' stands there 2 times"),
        ("POST", MESSAGES, {"content": "x", "components": [BUTTON]}, "$.components[0]"),
        ("PATCH", f"{MESSAGES}/2", {"content": "x" * 2001}, "$.content: more than 2000"),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, "is too long"),
        ("POST", CALLBACK, {"type": 8, "data": {"choices": [{"name": "x", "value": "y"}] * 26}}, "$.data.choices"),
        ("POST", CALLBACK, {"type": 99}, "99"),
        ("PUT", COMMANDS, [COMMAND] * 101, "101 slash commands"),
        ("PUT", COMMANDS, [{**COMMAND, "name": "Who"}], "$[0].name: 'Who'"),
        ("PUT", COMMANDS, [{**COMMAND, "name": "who is"}], "$[0].name: 'who is'"),
        ("PUT", COMMANDS, [{**COMMAND, "description": ""}], "$[0].description"),
        ("PUT", COMMANDS, [{**COMMAND, "description": "x" * 101}], "$[0].description"),
        (
            "PUT",
            COMMANDS,
            [
                {
                    **COMMAND,
                    "options": [
                        {
                            "type": 3,
                            "name": f"o{n}",
                            "description": "x" * 100,
                            "choices": [{"name": "x" * 100, "value": f"{m}" + "x" * 98} for m in range(20)],
                        }
                        for n in range(3)
                    ],
                }
            ],
            "$[0]: more than 8000",
        ),
    ],
)
def test_what_breaks_the_contract_is_found(method: str, path: str, body: Any, fault: str) -> None:
    found = check_discord(method, path, body)
    assert found
    assert fault in "\n".join(found)


def test_files_come_along_with_what_is_said_of_them() -> None:
    body = {"content": "x", "attachments": [{"id": 0, "filename": "events.ics"}]}
    assert check_discord("POST", MESSAGES, body, ["events.ics"]) == []
    assert check_discord("POST", MESSAGES, body, []) == ["the attachment events.ics did not come along"]
    assert check_discord("POST", "/users/@me/channels", {"recipient_id": "1"}, ["x"]) == ["no files are taken"]
