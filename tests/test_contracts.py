"""The validator that the other tests lean on finds faults; without it this test is skipped, and says so."""

from tests.contracts import check_discord, check_telegram, needs_contracts


@needs_contracts
def test_faulty_requests_are_found() -> None:
    assert check_telegram("sendMessage", {"chat_id": 1, "text": "hello"}) == []
    assert check_telegram("sendMessage", {"chat_id": 1, "text": "x" * 4097})
    assert check_discord("POST", "/channels/1/messages", {"content": "hello"}) == []
    assert check_discord("POST", "/channels/1/messages", {"content": "x" * 2001})
