"""Where the nodes stand: in columns, so that labels never overlap and lines are short.

Actors stand in two columns. What only one column speaks of stands outside it as a wing, what
both speak of stands in the middle, where the sides meet:

    wing · actors · middle · actors · wing

The order within a column follows the neighbours, which keeps crossings few. There is no random
and no force simulation: the same network has the same picture, always.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from standpunkt.views.graph import Edge

LEFT_WING, LEFT, MIDDLE, RIGHT, RIGHT_WING = range(5)
ACTOR_WIDTH, SUBJECT_WIDTH = 124, 272
NARROW_GAP, WIDE_GAP, WANTED_WIDTH = 66, 170, 1250
LINE, BOX_PADDING, ROW_GAP = 19, 16, 14
ROUNDS = 6  # sweeps over the columns; the order is stable well before


@dataclass(frozen=True, slots=True)
class Box:
    """A node to be placed: its column, ``None`` for a subject that goes where its actors are.

    ``height`` is in canvas units; ``indent`` shifts a sub-item to the right.
    """

    column: int | None
    height: float
    indent: int = 0


def place(boxes: Mapping[str, Box], edges: Sequence[Edge]) -> dict[str, tuple[int, int]]:
    """Find the centre of each node, in canvas units around the origin.

    Where every subject has a column already, its column keeps the order of ``boxes``.
    """
    neighbours = _neighbours(edges)
    column = {node: _column(node, boxes, neighbours) for node in boxes}
    fixed = {node for node, box in boxes.items() if box.column == MIDDLE}
    members: dict[int, list[str]] = defaultdict(list)
    for node in boxes:
        members[column[node]].append(node)
    heights = {node: box.height + ROW_GAP for node, box in boxes.items()}
    tallest = max(
        (sum(heights[n] for n in nodes if n in neighbours) for nodes in members.values()),
        default=0.0,
    )
    y: dict[str, float] = {}
    for nodes in members.values():
        y.update(_stacked(nodes, heights, tallest if fixed.intersection(nodes) else 0.0))
    for _ in range(ROUNDS):
        for number in (LEFT, RIGHT, LEFT_WING, RIGHT_WING, MIDDLE):
            if not fixed.intersection(members[number]):
                y.update(_settled(members[number], neighbours, y, heights))
    x = _centres(members)
    top = min(y.values(), default=0) / 2 + max(y.values(), default=0) / 2
    return {n: (x[column[n]] + box.indent, round(y[n] - top)) for n, box in boxes.items()}


def _neighbours(edges: Sequence[Edge]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for edge in edges:
        found[edge.source][edge.target] = None
        found[edge.target][edge.source] = None
    return {node: list(others) for node, others in found.items()}


def _column(node: str, boxes: Mapping[str, Box], neighbours: Mapping[str, list[str]]) -> int:
    own = boxes[node].column
    if own is not None:
        return own
    around = {boxes[other].column for other in neighbours.get(node, ()) if other in boxes}
    sides = around & {LEFT, RIGHT}
    if sides == {LEFT}:
        return LEFT_WING
    return RIGHT_WING if sides == {RIGHT} else MIDDLE


def _settled(
    nodes: list[str],
    neighbours: Mapping[str, list[str]],
    y: Mapping[str, float],
    heights: Mapping[str, float],
) -> dict[str, float]:
    """Each node as near as may be to the mean of its neighbours; loners below the others."""
    wish = {
        node: sum(y[other] for other in neighbours[node]) / len(neighbours[node])
        for node in nodes
        if neighbours.get(node)
    }
    ordered = sorted(wish, key=lambda node: (wish[node], y[node]))
    settled = dict(
        zip(
            ordered, _spread([wish[n] for n in ordered], [heights[n] for n in ordered]), strict=True
        )
    )
    below = max((settled[n] + heights[n] / 2 for n in ordered), default=0.0)
    for node in (n for n in nodes if n not in wish):
        settled[node] = below + heights[node] / 2
        below += heights[node]
    return settled


def _spread(wishes: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Positions nearest to the wishes (least squares) at which no two overlap, order kept.

    Pool adjacent violators: neighbours that would overlap become one block at their mean.
    """
    offsets = [0.0]
    for above, below in itertools.pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2)
    blocks: list[tuple[float, int]] = []  # sum of wishes, number of nodes
    for wish, offset in zip(wishes, offsets, strict=False):
        total, count = wish - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before = blocks.pop()
            total, count = total + before[0], count + before[1]
        blocks.append((total, count))
    means = [total / count for total, count in blocks for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]


def _stacked(
    nodes: Sequence[str], heights: Mapping[str, float], fill: float = 0.0
) -> dict[str, float]:
    """One below the other around zero, with air between them where ``fill`` is higher."""
    total = sum(heights[node] for node in nodes)
    air = max(0.0, fill - total) / len(nodes)
    at = -max(total, fill) / 2
    stacked = {}
    for node in nodes:
        stacked[node] = at + (heights[node] + air) / 2
        at += heights[node] + air
    return stacked


def _centres(members: Mapping[int, list[str]]) -> dict[int, int]:
    """The x of each column, the columns in use side by side around the origin."""
    widths = {
        number: ACTOR_WIDTH if number in {LEFT, RIGHT} else SUBJECT_WIDTH
        for number in range(5)
        if members.get(number)
    }
    gaps = max(1, len(widths) - 1)
    gap = min(WIDE_GAP, max(NARROW_GAP, (WANTED_WIDTH - sum(widths.values())) / gaps))
    at = -(sum(widths.values()) + gap * gaps) / 2
    centres = {}
    for number, width in widths.items():
        centres[number] = round(at + width / 2)
        at += width + gap
    return centres
