"""`make bench`: every benchmark, one after the other."""

from bench import fetch, load, numbers, read

read.main()
numbers.main()
load.main()
fetch.main()
