"""The words the built-in reader knows: data, no logic."""
