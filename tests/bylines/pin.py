"""The outputs of the bylines core over its own tables, pinned to its VERSION.

`python -m tests.bylines.pin` writes them anew. It refuses where an output has changed and VERSION has not been raised.
"""

import hashlib
import json
import sys
from pathlib import Path

from pipeline.bylines import VERSION, parse_byline, read_dateline
from tests.bylines.cases import byline_cases

FILE = Path(__file__).parent / "pinned.json"


def outputs() -> dict[str, str]:
    """A short hash of what comes out for every byline and dateline of the tables, under what goes in."""
    found = {
        f"{language or '*'} {byline}": repr(parse_byline(byline, language=language))
        for _, language, byline, _ in byline_cases()
    }
    for line in (Path(__file__).parent / "datelines.tsv").read_text(encoding="utf-8").splitlines():
        text = line.split("\t")[0]
        found[f"dateline {text}"] = repr(read_dateline(text))
    return {given: hashlib.sha256(out.encode()).hexdigest()[:12] for given, out in found.items()}


def changed(pinned: dict[str, str], now: dict[str, str]) -> list[str]:
    """The inputs of which the output is another one than was pinned; new ones and removed ones are none."""
    return [given for given, out in pinned.items() if now.get(given, out) != out]


def main() -> int:
    """Write the pins; 1 where that needs a raised VERSION."""
    now = outputs()
    old = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {"version": "", "outputs": {}}
    different = changed(old["outputs"], now)
    if different and old["version"] == VERSION:
        print(
            f"{len(different)} outputs changed: raise VERSION in pipeline/bylines/__init__.py", *different, sep="\n  "
        )
        return 1
    content = json.dumps({"version": VERSION, "outputs": now}, ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(content + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
