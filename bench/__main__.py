"""`make bench`: every benchmark, one after the other; `python -m bench numbers` those that are named."""

import sys

from bench import fetch, load, numbers, read

BENCHMARKS = {"read": read, "numbers": numbers, "load": load, "fetch": fetch}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"there is no benchmark {name!r}: choose of {', '.join(BENCHMARKS)}")
    BENCHMARKS[name].main()
