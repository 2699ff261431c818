"""Make attempts on the web: columns of captures, and the hosts whose turn is shared by all processes."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

READ = "('article', 'rejected', 'quarantined')"
KEY = ("source_name", "raw_name", "raw_offset", "captured_at")
UNIQUE = "page_fetch_source_name_raw_name_raw_offset_captured_at"
HASH = "sha256 of the page's bytes, hex"
COMMENTS = (
    (
        "page_fetch_id",
        sa.Uuid(),
        "uuid5 of source_name, raw_name, raw_offset and captured_at",
        "uuid5 of source_name, raw_name, raw_offset and captured_at; of a failure of its address and time",
    ),
    (
        "raw_location",
        sa.Text(),
        "Address of the archive file that holds the record: a path or an fsspec URL",
        "Address of the archive file that holds the record: a path or an fsspec URL; null where no copy was to be kept",
    ),
    (
        "raw_name",
        sa.Text(),
        "The file's path relative to its source",
        "The file's path relative to its source; null where nothing came",
    ),
    (
        "captured_at",
        sa.DateTime(timezone=True),
        "When it was captured",
        "When it was captured; of an attempt when it was made",
    ),
    ("page_hash", sa.Text(), HASH, f"{HASH}; of an unchanged page those it still has"),
    (
        "outcome",
        sa.Text(),
        "article, rejected (it is none), or quarantined (validation refused it)",
        "article, rejected (it is none), or quarantined (validation refused it); of attempts on the web also fetched "
        "(not read yet), unchanged (the page is as it was), failed, writing (its archive file is being written)",
    ),
)
NULLABLE = ("raw_location", "raw_name", "media_type", "page_hash")
VERSIONS = ("extract_version", "bylines_version", "dates_version", "numbers_version")
COLUMNS = (
    ("requested_url", sa.Text(), "Address that was asked for; null for records of archives, and so below"),
    ("candidate_day", sa.Date(), "Day that the listing gave it, whose window owns it"),
    ("error_class", sa.Text(), "Why an attempt failed: a word such as dns, timeout or robots-disallowed"),
    (
        "retry_at",
        sa.DateTime(timezone=True),
        "When the host, or the circuit, said that it may be tried again",
    ),
    ("redirect_count", sa.Integer(), "Redirects that were followed"),
    ("waited_ms", sa.Integer(), "Time that politeness cost: queue and delay"),
    ("first_byte_ms", sa.Integer(), "Time from asking to the first byte of the answer"),
    ("total_ms", sa.Integer(), "Time from asking to the last byte"),
    ("received_bytes", sa.BigInteger(), "Bytes of the body as received, still compressed"),
    ("etag", sa.Text(), "ETag of the answer, sent with the next request"),
    ("last_modified", sa.Text(), "Last-Modified of the answer, sent with the next request"),
    ("rights", sa.ARRAY(sa.Text()), "Signals on the page: noarchive, tdm-reserved, not-free"),
)
CHECKS = (
    ("failure_has_class", "(outcome = 'failed') = (error_class is not null)"),
    ("fetched_has_bytes", "outcome = 'failed' or (raw_name is not null and page_hash is not null)"),
    (
        "read_has_versions",
        f"outcome not in {READ} or (media_type is not null and extract_version is not null and bylines_version is "
        "not null and dates_version is not null and numbers_version is not null)",
    ),
    ("web_has_address", "raw_name is not null or requested_url is not null"),
)
WEB = "requested_url is not null"


def upgrade() -> None:
    for name, kind, before, after in COMMENTS:
        op.alter_column("page_fetch", name, existing_type=kind, comment=after, existing_comment=before, schema="core")
    for name in (*NULLABLE, *VERSIONS):
        op.alter_column("page_fetch", name, nullable=True, schema="core")
    for name, kind, comment in COLUMNS:
        op.add_column("page_fetch", sa.Column(name, kind, nullable=True, comment=comment), schema="core")
    _replace("outcome", f"outcome in {READ[:-1]}, 'fetched', 'unchanged', 'failed', 'writing')")
    _replace("refusal_has_reason", "outcome not in ('rejected', 'quarantined') or reason is not null")
    for name, rule in CHECKS:
        op.create_check_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", rule, schema="core")
    op.drop_constraint(op.f(f"uq_{UNIQUE}"), "page_fetch", schema="core", type_="unique")
    op.create_index(
        op.f(f"ix_{UNIQUE}"),
        "page_fetch",
        list(KEY),
        unique=True,
        schema="core",
        postgresql_nulls_not_distinct=True,
        postgresql_where="raw_name is not null",
    )
    for name in ("requested_url", "candidate_day"):
        op.create_index(
            op.f(f"ix_page_fetch_source_name_{name}"),
            "page_fetch",
            ["source_name", name],
            schema="core",
            postgresql_where=WEB,
        )
    op.create_table(
        "host",
        sa.Column(
            "host_name", sa.Text(), nullable=False, comment="Name, with its port where that is not the usual one"
        ),
        sa.Column(
            "next_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="When the next request may go to it, from whatever process",
        ),
        sa.PrimaryKeyConstraint("host_name", name=op.f("pk_host")),
        schema="ops",
        comment="One row a host that was fetched from: whose turn it is, for all",
    )


def downgrade() -> None:
    op.drop_table("host", schema="ops")
    op.execute(f"delete from core.page_fetch where outcome not in {READ} or raw_location is null")
    for name in ("requested_url", "candidate_day"):
        op.drop_index(
            op.f(f"ix_page_fetch_source_name_{name}"), table_name="page_fetch", schema="core", postgresql_where=WEB
        )
    op.drop_index(op.f(f"ix_{UNIQUE}"), table_name="page_fetch", schema="core")
    op.create_unique_constraint(
        op.f(f"uq_{UNIQUE}"), "page_fetch", list(KEY), schema="core", postgresql_nulls_not_distinct=True
    )
    for name, _ in CHECKS:
        op.drop_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", schema="core", type_="check")
    _replace("refusal_has_reason", "outcome = 'article' or reason is not null")
    _replace("outcome", f"outcome in {READ}")
    for name, _, _ in COLUMNS:
        op.drop_column("page_fetch", name, schema="core")
    for name in (*NULLABLE, *VERSIONS):
        op.alter_column("page_fetch", name, nullable=False, schema="core")
    for name, kind, before, after in COMMENTS:
        op.alter_column("page_fetch", name, existing_type=kind, comment=before, existing_comment=after, schema="core")


def _replace(name: str, rule: str) -> None:
    """Another rule for a check that is there."""
    op.drop_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", schema="core", type_="check")
    op.create_check_constraint(op.f(f"ck_page_fetch_{name}"), "page_fetch", rule, schema="core")
