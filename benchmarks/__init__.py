"""Speed as ratios: each figure beside a peer or the raw engine, measured in the same run."""
