"""docker-compose.yml refers to nothing that is not there; without Docker, nothing else would notice."""

import re
from typing import Any

import pytest
import yaml

from dags.dateline_dags.processes import COMPONENTS
from tests.conftest import PROJECT

COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_depends_on_services_in_a_state_that_they_reach(name: str) -> None:
    for other, how in SERVICES[name].get("depends_on", {}).items():
        assert other in SERVICES
        if how["condition"] == "service_healthy":
            assert "healthcheck" in SERVICES[other]
        if how["condition"] == "service_completed_successfully":
            assert SERVICES[other]["restart"] == "no"


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_uses_networks_and_volumes_that_are_declared(name: str) -> None:
    service = SERVICES[name]
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    for volume in service.get("volumes", []):
        source = volume.partition(":")[0]
        assert source in COMPOSE["volumes"] or (PROJECT / source).exists()


def test_all_that_is_declared_is_used() -> None:
    used = {volume.partition(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])


def test_long_running_services_are_watched() -> None:
    assert {name for name, service in SERVICES.items() if "healthcheck" not in service} == {"setup"}


def test_every_part_of_airflow_runs() -> None:
    commands = {service["command"][0] for name, service in SERVICES.items() if name != "setup" and "build" in service}
    assert commands == {*COMPONENTS, "triggerer", "celery"}


def test_every_variable_stands_in_the_example_and_no_other() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", (PROJECT / "docker-compose.yml").read_text(encoding="utf-8")))
    example = (PROJECT / "docker.env.example").read_text(encoding="utf-8")
    assert used == set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))


def test_ports_are_open_to_this_machine_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image_copies_only_what_is_there() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", (PROJECT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    for path in " ".join(copied).split():
        assert (PROJECT / path).exists(), path


def test_celery_stays_below_the_version_that_breaks_airflow() -> None:
    assert '"celery[redis]<5.7"' in (PROJECT / "Dockerfile").read_text(encoding="utf-8")
