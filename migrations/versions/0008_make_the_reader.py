"""Make the read-only role of analysts and BI tools.

The role belongs to the whole server, so another warehouse on it may have made it, and still need it when this one goes.
Where this user may not create roles, the warehouse works without it; `dateline doctor` and the log say what to do.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MAKE = """
do $$
begin
    if not exists (select from pg_roles where rolname = 'dateline_reader') then
        create role dateline_reader nologin;
    end if;
exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then
        raise warning 'the role dateline_reader is missing and % may not create it', current_user
            using hint = 'let an administrator run: create role dateline_reader nologin; then publish again';
end
$$
"""

GRANT = """
do $$
begin
    if exists (select from pg_roles where rolname = 'dateline_reader') then
        grant usage on schema core to dateline_reader;
        grant select on all tables in schema core to dateline_reader;
        alter default privileges in schema core grant select on tables to dateline_reader;
    end if;
end
$$
"""

REVOKE = """
do $$
begin
    if exists (select from pg_roles where rolname = 'dateline_reader') then
        alter default privileges in schema core revoke select on tables from dateline_reader;
        revoke select on all tables in schema core from dateline_reader;
        revoke usage on schema core from dateline_reader;
    end if;
end
$$
"""

DROP = """
do $$
begin
    drop role if exists dateline_reader;
exception
    when dependent_objects_still_exist or insufficient_privilege then null;
end
$$
"""


def upgrade() -> None:
    op.execute(MAKE)
    op.execute(GRANT)


def downgrade() -> None:
    op.execute(REVOKE)
    op.execute(DROP)
