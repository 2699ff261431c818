"""`dateline doctor`: what is wrong, and how to mend it."""

import typer


def doctor() -> None:
    """Check everything that Dateline stands on; the exit status is 1 where something is wrong."""
    from rich.console import Console

    from pipeline.doctor import checks

    console = Console()
    failed = 0
    for check in checks():
        failed += not check.ok
        console.print(
            f"[green]ok[/]    {check.name}: {check.detail}"
            if check.ok
            else f"[red]wrong[/] {check.name}: {check.detail}"
        )
        if not check.ok:
            console.print(f"      {check.remedy}", markup=False)
    if failed:
        raise typer.Exit(1)
