"""What `make bench` measures: ratios of CPU time, side by side in one run."""
