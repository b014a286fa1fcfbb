"""People decide: coding sheets out and in, decisions as data, two coders compared."""
