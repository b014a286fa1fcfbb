"""From a ``Document`` to ``Minutes``: what the lay-out alone can tell."""
