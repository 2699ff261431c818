"""The doctor finds nothing where nothing is wrong, names what is, and says how to mend it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.adapters import raw_store
from pipeline.doctor import Check, checks, configuration, environment, storage
from pipeline.errors import Transient
from pipeline.settings import PROJECT, settings


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def _set(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    monkeypatch.setenv(name, str(value))
    settings.cache_clear()


def _wrong(found: Check | Iterator[Check]) -> Check:
    """The only check of these that failed; it says how to mend it."""
    (bad,) = [check for check in ([found] if isinstance(found, Check) else found) if not check.ok]
    assert bad.remedy
    return bad


def test_nothing_is_wrong_here(database: str) -> None:
    found = {check.name: check for check in checks()}
    assert {name: check.detail for name, check in found.items() if not check.ok} == {}
    assert "knows all: 28 of articles" in found["expectations"].detail
    assert database.rpartition("/")[2] in found["warehouse"].detail
    assert "***" in found["warehouse"].detail
    assert "the next run brings them to" in found["tables"].detail
    assert set(found) >= {"python", "time zones", "extraction", "extra airflow", "variables", "sources", "raw store"}
    assert not (settings().home / "raw" / "work" / "doctor").exists()


def test_an_old_python_is_named() -> None:
    assert environment.python_version((3, 11, 0)).ok
    bad = _wrong(environment.python_version((3, 10, 12)))
    assert bad.detail == "this is 3.10.12"


def test_extraction_without_lxml_html_clean_is_found(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip 23.2 left it out, and every extraction failed."""
    (own_place / "lxml_html_clean.py").write_text('raise ImportError("No module named lxml_html_clean")')
    monkeypatch.setenv("PYTHONPATH", str(own_place))
    bad = _wrong(environment.extraction())
    assert "lxml" in bad.detail
    assert "pip install lxml_html_clean" in str(bad.remedy)


def test_an_extra_that_cannot_be_imported_is_found(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_EXTRAS", {"s3": {"s3fs": "s3fs"}})
    (own_place / "s3fs.py").write_text('raise ImportError("this s3fs is broken")')
    monkeypatch.setenv("PYTHONPATH", str(own_place))
    bad = _wrong(environment.extras())
    assert (bad.name, bad.detail) == ("extra s3", "ImportError: this s3fs is broken")


def test_an_extra_that_is_not_installed_is_no_fault_and_half_a_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = {"airflow": None, "sqlalchemy": None}
    monkeypatch.setattr(environment, "find_spec", lambda name: gone.get(name, name))
    found = {check.name: check for check in environment.extras()}
    assert found["extra airflow"].detail == "not installed (pip install 'dateline[airflow]')"
    assert found["extra airflow"].ok
    assert not found["extra warehouse"].ok
    assert found["extra warehouse"].detail == "SQLAlchemy is missing"


def test_a_misspelt_variable_is_named_with_its_near_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIMEZON", "Europe/Berlin")
    bad = _wrong(configuration.variables())
    assert bad.detail == "DATELINE_TIMEZON in the environment is no setting"
    assert bad.remedy == "rename it to DATELINE_TIMEZONE"


def test_a_misspelt_line_of_the_env_file_is_named_too(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_place / ".env").write_text("# mine\nDATELINE_WORKRES=2\nDATELINE_HOME=/x\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setattr(configuration, "PROJECT", own_place)
    bad = _wrong(configuration.variables())
    assert bad.detail == f"DATELINE_WORKRES in {own_place / '.env'} is no setting"
    assert bad.remedy == "rename it to DATELINE_WORKERS"


def test_an_invalid_setting_is_named_and_the_rest_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_EXTRAS", {})
    _set(monkeypatch, "DATELINE_TIMEZONE", "Europe/Atlantis")
    found = list(checks())
    bad = _wrong(iter(found))
    assert bad.detail.startswith("DATELINE_TIMEZONE: Value error, no IANA time zone is called 'Europe/Atlantis'")
    assert found[-1] == bad


def test_a_broken_source_file_is_named_with_key_and_near_miss(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_place / "a.yml").write_text(
        "name: a\ntitle: A\ndiscover: [{kind: archive, location: x}]\ncountri: DE\n", encoding="utf-8"
    )
    _set(monkeypatch, "DATELINE_SOURCES", own_place)
    bad = _wrong(configuration.source_files())
    assert bad.detail == f"{own_place / 'a.yml'}: countri: unknown key; did you mean 'country'?"


def test_a_source_whose_pages_are_not_there_is_named(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_place / "a.yml").write_text(
        f"name: a\ntitle: A\ndiscover: [{{kind: archive, location: {own_place}/nowhere}}]\n", encoding="utf-8"
    )
    _set(monkeypatch, "DATELINE_SOURCES", own_place)
    bad = _wrong(configuration.source_files())
    assert (bad.name, bad.detail) == ("source a", f"there is nothing at {own_place}/nowhere")


def test_no_sources_at_all_is_a_fault(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, "DATELINE_SOURCES", own_place)
    assert "holds no source" in _wrong(configuration.source_files()).detail
    _set(monkeypatch, "DATELINE_SOURCES", own_place / "nowhere")
    assert "no folder of sources" in _wrong(configuration.source_files()).detail


def test_an_unknown_expectation_is_named(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = own_place / "suites"
    shutil.copytree(PROJECT / "expectations", folder)
    path = folder / "bylines.json"
    path.write_text(path.read_text(encoding="utf-8").replace("_to_be_in_set", "_to_be_in_sett"), encoding="utf-8")
    _set(monkeypatch, "DATELINE_EXPECTATIONS", folder)
    bad = _wrong(configuration.expectations())
    assert str(path) in bad.detail
    assert "did you mean expect_column_values_to_be_in_set" in bad.detail


def test_without_great_expectations_its_suites_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "find_spec", lambda _name: None)
    check = configuration.expectations()
    assert check.ok
    assert check.detail == "not installed (pip install 'dateline[validate]')"


def test_a_raw_store_that_cannot_be_written_is_found(own_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_place / "file").write_text("in the way")
    _set(monkeypatch, "DATELINE_RAW_URL", own_place / "file" / "raw")
    bad = _wrong(storage.raw_store_check())
    assert str(own_place / "file") in bad.detail


def test_a_raw_store_on_a_full_disk_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(location: str, _write: object) -> int:
        raise Transient(f"cannot write {location}: the disk is full; free some space and run again")

    monkeypatch.setattr(raw_store, "write_whole", full)
    assert "the disk is full" in _wrong(storage.raw_store_check()).detail


def test_a_raw_store_with_little_room_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_LEAST_FREE_BYTES", 1 << 60)
    bad = _wrong(storage.raw_store_check())
    assert bad.detail.endswith("GB left")


def test_a_raw_store_that_is_no_folder_has_no_free_space_to_check(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, "DATELINE_RAW_URL", "memory://raw")
    assert storage.raw_store_check() == Check("raw store", True, "memory://raw")


def test_a_database_that_is_down_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, "DATELINE_DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/news")
    bad = _wrong(storage.warehouse())
    assert "127.0.0.1:1/news does not answer" in bad.detail
    assert "secret" not in bad.detail


def test_a_server_that_is_too_old_is_named(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_OLDEST_SERVER", 990_000)
    bad = _wrong(storage.warehouse())
    assert bad.detail.startswith("Postgres ")
    assert database.rpartition("/")[2] in bad.detail


def test_tables_at_the_latest_migration_are_said_to_be(database: str) -> None:
    from pipeline.models import migrate

    migrate(database)
    assert [check.detail.endswith("the latest") for check in storage.warehouse() if check.name == "tables"] == [True]


def test_a_warehouse_that_is_newer_than_the_program_is_named(database: str) -> None:
    import psycopg

    from pipeline.adapters.postgres import dsn
    from pipeline.models import migrate

    migrate(database)
    with psycopg.connect(dsn(database)) as connection:
        connection.execute("update ops.alembic_version set version_num = '9999'")
    bad = _wrong(storage.warehouse())
    assert bad.detail == "at migration 9999, which this program does not know"
    assert bad.remedy == "update the program"


def test_without_a_database_library_the_warehouse_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "find_spec", lambda _name: None)
    (check,) = storage.warehouse()
    assert check.ok
