"""The container's files: nothing is built or started here, but what they say has to fit together, and to work."""

import asyncio
import re
import sys
from typing import Any

import pytest
import yaml

from bot.platforms.web.safety.hosts import is_loopback
from bot.settings import PREFIX, Settings
from tests.platforms.web.serving import served
from tests.platforms.web.sites import site_with_figures
from tests.running import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICE: dict[str, Any] = COMPOSE["services"]["newspeg"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


@pytest.mark.parametrize(("telegram", "is_well"), [("running", True), ("reconnecting", False)])
async def test_the_health_check_asks_how_the_parts_do(telegram: str, is_well: bool) -> None:
    kind, _, *arguments = SERVICE["healthcheck"]["test"]
    assert kind == "CMD"
    async with served(site_with_figures(web="running", telegram=telegram)) as (client, _):
        environment = {"NEWSPEG_WEB_PORT": str(client.base_url.port)}
        asked = await asyncio.create_subprocess_exec(sys.executable, *arguments, env=environment)
        assert (await asked.wait() == 0) == is_well


def test_the_page_is_published_on_loopback_alone_and_asks_for_a_password() -> None:
    environment = SERVICE["environment"]
    assert not is_loopback(environment["NEWSPEG_WEB_HOST"])
    assert environment["NEWSPEG_WEB_PASSWORD"].startswith("${NEWSPEG_WEB_PASSWORD:?")
    port = environment["NEWSPEG_WEB_PORT"]
    assert SERVICE["ports"] == [f"127.0.0.1:{port}:{port}"]


def test_both_files_name_the_same_places_and_settings() -> None:
    assert re.findall(r'CMD \["(\S+)/newspeg"', DOCKERFILE) == ["/app/.venv/bin"]
    assert SERVICE["healthcheck"]["test"][1] == "/app/.venv/bin/python"
    assert "chown newspeg /data" in DOCKERFILE
    assert "VOLUME /data" in DOCKERFILE
    assert SERVICE["volumes"] == ["./content:/app/content:ro", "data:/data"]
    assert "data" in COMPOSE["volumes"]
    [database] = re.findall(r"NEWSPEG_DATABASE_URL=(\S+)", DOCKERFILE)
    assert SERVICE["environment"]["NEWSPEG_DATABASE_URL"] == f"${{NEWSPEG_DATABASE_URL:-{database}}}"
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert set(SERVICE["environment"]) <= known
    assert set(re.findall(r"NEWSPEG_[A-Z_]+", (ROOT / ".env.example").read_text("utf-8"))) == known
