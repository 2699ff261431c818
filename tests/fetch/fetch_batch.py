"""A process of its own that fetches one batch of a run; its environment says of which warehouse and raw store."""

import sys
from uuid import UUID

from pipeline.run.steps import fetch

if __name__ == "__main__":
    fetch(UUID(sys.argv[1]), sys.argv[2])
