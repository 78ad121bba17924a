"""Dockerfile, compose.yaml and .env.example against the tree: nothing they name is missing, wrong or secret."""

import json
import re
import subprocess
import sys
import tomllib
from inspect import signature
from typing import Any

import pytest
import yaml

from dealbot.cli.serve import serve
from dealbot.settings import Settings, SlackSettings, inherited
from tests.packaging.dockerfile import ROOT, stages
from tools.install import NEWEST, OLDEST

OURS = {f"DEALBOT_{name.upper()}" for name in Settings.model_fields} | {
    f"SLACK_{name.upper()}" for name in SlackSettings.model_fields
}
SECRET = re.compile(r"TOKEN|SECRET|KEY|PASSWORD")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return read


def example() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if not line.startswith("#"))


def test_both_stages_begin_from_one_slim_python_that_dealbot_runs_on() -> None:
    build, run = stages()
    found = re.fullmatch(r"python:3\.(\d+)-slim", build.image)

    assert run.image == build.image
    assert found is not None
    assert OLDEST <= (3, int(found[1])) <= NEWEST


def test_what_is_copied_is_there_and_is_all_that_docker_may_see() -> None:
    copied = {source for stage in stages() for source in stage.copied()}
    seen = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert all((ROOT / source).exists() for source in copied)
    assert seen == copied


def test_what_the_project_installs_is_copied() -> None:
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]
    files = [pattern.split("/")[0] for listed in setuptools["data-files"].values() for pattern in listed]

    assert {*files, PROJECT["readme"], "src"} <= set(stages()[0].copied())


def test_it_runs_as_nobody_in_particular_with_nothing_secret_in_it() -> None:
    run = stages()[-1]
    verbs = [step.verb for step in run.steps]
    told = " ".join(step.rest for stage in stages() for step in stage.steps if step.verb in {"ENV", "ARG"})

    assert int(run.of("USER")[-1].rest) > 0
    assert verbs.index("USER") < verbs.index("CMD")
    assert not SECRET.search(told)
    assert {name for name in re.findall(r"(\w+)=", told) if name.startswith(("DEALBOT", "SLACK"))} <= OURS


def test_it_serves_on_the_port_it_shows_and_asks_there_how_it_is() -> None:
    run = stages()[-1]
    port = str(signature(serve).parameters["port"].default)
    command = json.loads(run.of("CMD")[0].rest)

    assert command[:2] == ["dealbot", "serve"]
    assert run.of("EXPOSE")[0].rest == port
    assert f"127.0.0.1:{port}/readyz" in run.of("HEALTHCHECK")[0].rest


def test_with_sockets_the_health_check_asks_nothing() -> None:
    (check,) = stages()[-1].of("HEALTHCHECK")
    command = json.loads(check.rest.partition("CMD ")[2])

    subprocess.run([sys.executable, *command[1:]], env=inherited({"SLACK_APP_TOKEN": "xapp"}), check=True)


def test_versions_are_the_projects() -> None:
    images = {name: service["image"] for name, service in compose()["services"].items()}
    (chroma,) = [each for each in PROJECT["dependencies"] if each.startswith("chromadb==")]

    assert images["dealbot"] == f"dealbot:{PROJECT['version']}"
    assert images["chroma"].rpartition(":")[2] == chroma.partition("==")[2]
    assert all(":" in image for image in images.values())


def test_services_are_told_only_what_they_know_and_keep_only_in_volumes() -> None:
    described = compose()
    dealbot = described["services"]["dealbot"]
    kept = {volume.partition(":")[0] for each in described["services"].values() for volume in each["volumes"]}

    assert set(dealbot["environment"]) <= OURS
    assert dealbot["read_only"]
    assert kept == set(described["volumes"])
    assert dealbot["env_file"] == ".env"
    assert set(dealbot["depends_on"]) <= set(described["services"])


def test_what_compose_wants_from_outside_is_in_the_example() -> None:
    wanted = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))

    assert set(example()) == OURS | wanted
    assert not any(example().values())


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_readme_tells_of_every_setting(name: str) -> None:
    assert f"`{name}`" in (ROOT / "README.md").read_text()


def test_the_image_holds_what_was_tested() -> None:
    tested = (ROOT / "requirements-test.lock").read_text()

    assert all(line in tested for line in (ROOT / "requirements-image.lock").read_text().splitlines())
