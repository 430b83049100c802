"""The container's files: nothing is built or started here, but what they say has to fit together, and to work."""

import asyncio
import re
import sys
import tomllib
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


def test_the_bot_may_write_to_its_data_and_to_what_is_gone_with_it_and_has_no_rights_of_its_own() -> None:
    assert SERVICE["read_only"] is True
    assert [place.partition(":")[0] for place in SERVICE["tmpfs"]] == ["/tmp"]
    assert {"noexec", "nosuid", "nodev"} < set(SERVICE["tmpfs"][0].partition(":")[2].split(","))
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]
    assert not SERVICE.keys() & {"cap_add", "privileged", "user", "network_mode", "pid", "devices"}
    assert "USER newspeg" in DOCKERFILE[: DOCKERFILE.index("CMD")]
    assert "PYTHONDONTWRITEBYTECODE=1" in DOCKERFILE


def test_it_takes_no_more_of_the_machine_than_it_needs() -> None:
    assert re.fullmatch(r"\d+[mg]", SERVICE["mem_limit"])
    assert 100 <= SERVICE["pids_limit"] <= 1_000
    assert "size=" in SERVICE["tmpfs"][0]


def test_what_it_is_built_of_is_pinned_to_exact_versions() -> None:
    assert re.findall(r"^FROM (.+)$", DOCKERFILE, re.MULTILINE) == ["python:3.12.14-slim-bookworm"]
    assert [re.fullmatch(r"uv==\d+\.\d+\.\d+", each) for each in re.findall(r"pip install .* (\S+)", DOCKERFILE)] != [
        None
    ]
    uv = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["uv"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT.*Z", uv["exclude-newer"])


def test_only_what_is_copied_gets_into_the_build() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    let_in = {rule[1:] for rule in rules if rule.startswith("!")}
    copied = [place for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for place in line.split()]
    assert let_in == set(copied)
    assert all((ROOT / place).exists() for place in copied)
    last_let_in = max(number for number, rule in enumerate(rules) if rule.startswith("!"))
    assert {"**/__pycache__", "**/.*", "**/*.db*"} <= set(rules[last_let_in + 1 :])


def test_both_files_name_the_same_places_and_settings() -> None:
    assert re.findall(r'CMD \["(\S+)/newspeg"', DOCKERFILE) == ["/app/.venv/bin"]
    assert SERVICE["healthcheck"]["test"][1] == "/app/.venv/bin/python"
    assert "--owner=newspeg --group=newspeg --mode=700 /data" in DOCKERFILE
    assert "VOLUME /data" in DOCKERFILE
    assert SERVICE["volumes"] == ["./content:/app/content:ro", "data:/data"]
    assert "data" in COMPOSE["volumes"]
    [database] = re.findall(r"NEWSPEG_DATABASE_URL=(\S+)", DOCKERFILE)
    assert SERVICE["environment"]["NEWSPEG_DATABASE_URL"] == f"${{NEWSPEG_DATABASE_URL:-{database}}}"
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert set(SERVICE["environment"]) <= known
    assert set(re.findall(r"NEWSPEG_[A-Z_]+", (ROOT / ".env.example").read_text("utf-8"))) == known


def test_articles_that_stories_were_drafted_from_stay_out_of_images_and_of_git() -> None:
    for name in (".gitignore", ".dockerignore"):
        assert "content/*/article.txt" in (ROOT / name).read_text("utf-8").splitlines()


def test_where_editors_may_write_they_have_names_and_the_folder_is_mounted_so() -> None:
    class Loader(yaml.SafeLoader):
        """Reads Compose's own tags."""

    def listed(loader: Loader, node: yaml.SequenceNode) -> list[Any]:
        return loader.construct_sequence(node)

    Loader.add_constructor("!override", listed)
    written = yaml.load((ROOT / "docker-compose.write.yml").read_text("utf-8"), Loader)["services"]["newspeg"]
    assert written["volumes"] == [each.removesuffix(":ro") for each in SERVICE["volumes"]]
    assert written["environment"]["NEWSPEG_EDITORS"].startswith("${NEWSPEG_EDITORS:?")
    uid = written["user"].removeprefix("${NEWSPEG_UID:-").removesuffix("}")
    assert f"--uid {uid}" in DOCKERFILE or f"-u {uid}" in DOCKERFILE
