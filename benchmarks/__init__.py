"""Figures: speed beside peers, measured in one run, and weights fitted to coded minutes."""
