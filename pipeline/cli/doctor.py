"""`dateline doctor`: what is wrong, and how to mend it."""

import typer


def doctor() -> None:
    """Check everything that Dateline stands on; the exit status is 1 where something is wrong."""
    from rich.console import Console
    from rich.markup import escape

    from pipeline.doctor import checks

    console = Console()
    failed = 0
    for check in checks():
        failed += not check.ok
        mark = "[green]ok[/]   " if check.ok else "[red]wrong[/]"
        console.print(f"{mark} {escape(f'{check.name}: {check.detail}')}", soft_wrap=True)
        if not check.ok:
            console.print(f"      {check.remedy}", markup=False, soft_wrap=True)
    if failed:
        raise typer.Exit(1)
