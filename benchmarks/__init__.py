"""Speed against limits, measured in one run: `make bench`."""
