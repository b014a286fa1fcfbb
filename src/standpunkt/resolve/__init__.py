"""From a name as written to the thing that it stands for."""
