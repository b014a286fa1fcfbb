"""From ``Minutes`` to what was said: who, act, stance, claim, topic, reply, span."""
