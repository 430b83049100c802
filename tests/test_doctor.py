"""What a doctor finds before a bot runs, and after something broke."""

from pathlib import Path

import pytest

from bot.app import ledger
from bot.app.doctor import Finding, examine
from bot.core.asking.platform import Access
from bot.core.errors import BadToken
from tests.newsroom.written import with_lines, write
from tests.platforms.toy import Toy, ToySettings
from tests.servers.chooser import choosing


class Refusing(Toy):
    """A toy that takes no token."""

    async def _introduce(self, access: Access) -> str:  # noqa: ARG002 -- the port
        raise BadToken("Toy", "NEWSPEG_TOY_TOKEN")


def settings(**given: str) -> ToySettings:
    """Settings as a file would give them."""
    return ToySettings.model_validate({"content": "content", "toy_token": "wooden", **given})


async def found(given: ToySettings, toy: Toy | None = None) -> dict[str, Finding]:
    return {finding.about: finding async for finding in examine(given, [(toy or Toy()).platform])}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with one story."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "content" / "bridge")
    return tmp_path


async def test_where_all_is_well_every_line_says_so() -> None:
    await ledger.migrate(settings())
    findings = await found(settings())
    assert [finding.state for finding in findings.values()] == ["ok"] * 5
    assert findings["Toy"].told == "the token is that of a wooden toy"
    assert str(findings["stories"]) == "ok      stories: 1 published and 0 drafts in “content”"


async def test_what_is_not_there_yet_is_missing_and_not_wrong(folder: Path) -> None:
    write(folder / "content" / "bridge", with_lines(("status: published", "status: draft")))
    findings = await found(settings(toy_token=""))
    assert {finding.about for finding in findings.values() if finding.state == "missing"} == {
        "stories",
        "database",
        "Toy",
    }
    assert "NEWSPEG_TOY_TOKEN is not set: make one up" in findings["Toy"].told
    assert not (folder / "newspeg.db").exists()


async def test_what_is_wrong_is_told_in_a_line_each(folder: Path) -> None:
    write(folder / "content" / "bridge", with_lines(("status: published", "status: live")))
    (folder / ".env").write_text("NEWSPEG_TELEGRAM_TOKEN=1:hunter2\n")
    (folder / ".env").chmod(0o644)
    findings = await found(settings(web_host="0.0.0.0", database_url="sqlite:///nowhere/newspeg.db"), Refusing())
    assert [finding.state for finding in findings.values()] == ["wrong"] * 5
    assert "content/bridge/story.yaml:1: " in findings["stories"].told
    assert "chmod 600" in findings["settings"].told
    assert "NEWSPEG_WEB_PASSWORD" in findings["page"].told
    assert "refused the token" in findings["Toy"].told
    assert all("\n" not in str(finding) for finding in findings.values())


@pytest.mark.parametrize(
    ("reply", "state", "told"),
    [
        ('{"ids": ["fact-1"]}', "ok", "the model “default” chooses the statement that answers"),
        ('{"ids": []}', "missing", "does not choose well"),
        ("Good morning!", "wrong", "try another model"),
        (None, "wrong", "NEWSPEG_LLM_URL"),
    ],
)
async def test_the_endpoint_is_tried(reply: str | None, state: str, told: str) -> None:
    async with choosing() as server:
        server.says(reply)
        finding = (await found(settings(llm_url=server.url)))["endpoint"]
    assert finding.state == state
    assert told in finding.told
    assert "endpoint" not in await found(settings())


async def test_an_endpoint_that_cannot_be_asked_is_wrong() -> None:
    finding = (await found(settings(llm_url=f"http://{'x' * 100}.example/v1")))["endpoint"]
    assert finding.state == "wrong"
    assert "look at NEWSPEG_LLM_URL" in finding.told


async def test_an_endpoint_that_babbles_is_wrong() -> None:
    async with choosing() as server:
        server.status, server.body = 500, "x" * 200_000
        assert (await found(settings(llm_url=server.url)))["endpoint"].state == "wrong"


async def test_a_pause_is_told() -> None:
    await ledger.migrate(settings())
    await ledger.pause(settings(), paused=True)
    assert "all posting is paused" in (await found(settings()))["database"].told


async def test_a_misspelt_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSPEG_WEBPORT", "7")
    finding = (await found(settings()))["settings"]
    assert finding.state == "wrong"
    assert finding.told == "there is no setting NEWSPEG_WEBPORT; did you mean NEWSPEG_WEB_PORT?"
