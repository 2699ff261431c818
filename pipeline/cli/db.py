"""`dateline db`: the embedded Postgres, and the address of whichever database is in use."""

import typer

app = typer.Typer(help="The warehouse's database: start, stop, url, status.", no_args_is_help=True)


@app.command()
def start() -> None:
    """Start the embedded Postgres, if it does not run."""
    from pipeline.adapters import postgres

    server = postgres.start()
    print(f"Postgres runs on 127.0.0.1:{server.port} (process {server.pid}, data in {server.data})")


@app.command()
def stop() -> None:
    """Stop the embedded Postgres."""
    from pipeline.adapters import postgres

    print("Postgres stopped" if postgres.stop() else "Postgres was not running")


@app.command()
def url() -> None:
    """Print the address for psql and BI tools, password included."""
    from pipeline.adapters import postgres

    print(postgres.dsn(postgres.database_url()))


@app.command()
def status() -> None:
    """Say which database is in use and whether it answers; the exit status is 1 if not."""
    from pipeline.adapters import postgres

    found = postgres.status()
    kind = "embedded Postgres" if found.embedded else "DATELINE_DATABASE_URL"
    if not found.running:
        print(f"{kind}: down" + (f" ({found.address})" if found.address else ""))
        raise typer.Exit(1)
    where = f", process {found.pid}, data in {found.data}" if found.embedded else ""
    print(f"{kind}: up, {found.address}{where}")
