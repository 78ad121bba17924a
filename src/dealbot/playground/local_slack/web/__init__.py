"""The Web API: one function a method, in a closed list."""
