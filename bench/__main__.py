"""`make bench`: every benchmark, one after the other."""

from bench import load, read

read.main()
load.main()
