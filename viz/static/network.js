// The drawing: hands nodes and lines to vis-network, colours them from the style sheet, and
// keeps drawing, search box and panel on the same selection.
"use strict";

standpunkt.drawing = (() => {
  const { data, label } = standpunkt;
  const canvas = document.getElementById("canvas");
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const isSubject = (node) => !("size" in node);

  const colour = (variable) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${variable}`).trim();
  const face = getComputedStyle(document.body).fontFamily;
  const written = (node) => (typeof node.labels === "string" ? node.labels : node.labels[standpunkt.language]);

  const nodeStyle = (node, faded, chosen) => {
    const subject = isSubject(node);
    const border = chosen ? "accent" : subject ? "edge-of-card" : "edge-of-actor";
    return {
      id: node.id,
      label: written(node),
      opacity: faded ? 0.2 : 1,
      borderWidth: chosen ? 3 : 1.2,
      color: { background: colour(subject ? "card" : `side-${node.side}`), border: colour(border) },
      font: {
        face,
        size: 15,
        align: node.shape === "box" ? "left" : "center",
        color: colour(faded ? "faint" : "ink"),
        strokeWidth: subject ? 0 : 5,
        strokeColor: colour("paper"),
      },
    };
  };

  const edgeStyle = (edge, faded, chosen) => ({
    id: edge.id,
    width: chosen ? edge.width + 1.4 : edge.width,
    label: chosen ? label(`relation-${edge.relation}`) : undefined,
    color: { color: colour(`relation-${edge.relation}`), opacity: faded ? 0.1 : 0.9, inherit: false },
    font: { face, size: 14, color: colour("ink"), strokeWidth: 5, strokeColor: colour("paper") },
  });

  const roundness = (node) => (node.kind === "claim" ? 9 : 0);
  const shapes = {
    box: (node) => ({
      margin: { top: 8, bottom: 8, left: 10, right: 8 },
      widthConstraint: { minimum: 254 },
      shapeProperties: { borderRadius: roundness(node) },
    }),
    ellipse: () => ({ margin: 8 }),
  };

  const options = {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, keyboard: false, hideEdgesOnDrag: data.edges.length > 1500 },
    nodes: { chosen: false },
    edges: { chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, selectionWidth: 0, hoverWidth: 1 },
  };

  // Lines meet a box at its side, each at a place of its own: an unseen node, called a port.
  // (vis-network counts the rounding of a corner as part of the box.)
  const portsOf = (boxes) => {
    const sides = new Map();
    data.edges.forEach((edge) => ["from", "to"].forEach((end) => {
      const [node, other] = [nodes.get(edge[end]), nodes.get(edge[end === "from" ? "to" : "from"])];
      if (!isSubject(node)) return;
      const direction = other.x < node.x ? -1 : 1;
      const key = `${direction} ${node.id}`;
      if (!sides.has(key)) sides.set(key, { node, direction, lines: [] });
      sides.get(key).lines.push({ edge, end, y: other.y });
    }));
    return [...sides.values()].flatMap(({ node, direction, lines }) => {
      const box = boxes.get(node.id);
      const reach = node.shape === "ellipse" ? 0.25 : 0.8;
      const step = Math.min(8, ((box.bottom - box.top) * reach) / Math.max(1, lines.length - 1));
      lines.sort((a, b) => a.y - b.y);
      return lines.map(({ edge, end }, index) => ({
        id: `port ${end} ${edge.id}`,
        edge, end, node: node.id,
        dx: direction * ((box.right - box.left) / 2 - roundness(node)),
        dy: (index - (lines.length - 1) / 2) * step,
      }));
    });
  };

  const portNode = (port) => ({
    id: port.id, x: nodes.get(port.node).x + port.dx, y: nodes.get(port.node).y + port.dy,
    shape: "dot", size: 0.5, borderWidth: 0, opacity: 0, fixed: true, label: undefined,
  });

  const create = (actions) => {
    const content = {
      nodes: new vis.DataSet(data.nodes.map((node) => ({
        id: node.id, shape: node.shape, x: node.x, y: node.y, size: node.size || 16,
        ...(shapes[node.shape] ? shapes[node.shape](node) : {}),
        ...nodeStyle(node),
      }))),
      edges: new vis.DataSet(),
    };
    const network = new vis.Network(canvas, content, options);
    network.redraw();
    const boxes = new Map(data.nodes.map((node) => [node.id, network.getBoundingBox(node.id)]));
    const ports = portsOf(boxes);
    const ends = new Map(ports.map((port) => [`${port.end} ${port.edge.id}`, port.id]));
    content.nodes.add(ports.map(portNode));
    content.edges.add(data.edges.map((edge) => ({
      id: edge.id, dashes: edge.dashes, smooth: edge.smooth, ...edgeStyle(edge),
      from: ends.get(`from ${edge.id}`) || edge.from,
      to: ends.get(`to ${edge.id}`) || edge.to,
    })));

    const bounds = {
      left: Math.min(...[...boxes.values()].map((box) => box.left)) - 14,
      right: Math.max(...[...boxes.values()].map((box) => box.right)) + 14,
      top: Math.min(...[...boxes.values()].map((box) => box.top)) - 14,
      bottom: Math.max(...[...boxes.values()].map((box) => box.bottom)) + 14,
    };
    const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
    const centre = { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
    const zoom = (scale) => network.moveTo({ scale });
    const fit = () => network.moveTo({
      position: centre,
      scale: Math.min(1.25, canvas.clientWidth / width, canvas.clientHeight / height),
    });
    // As tall as the picture needs at this width.
    const shape = () => {
      const wanted = Math.min(1.25, canvas.clientWidth / width) * height;
      canvas.style.height = `${Math.round(Math.min(2600, Math.max(340, wanted)))}px`;
    };
    const resize = () => { shape(); network.setSize("100%", "100%"); network.redraw(); fit(); };

    const move = ({ nodes: moved }) => ports.filter((port) => moved.includes(port.node)).forEach((port) => {
      const at = network.getPosition(port.node);
      network.moveNode(port.id, at.x + port.dx, at.y + port.dy);
    });
    // A name below its dot counts as the dot.
    const nodeAt = (point) => data.nodes.map((node) => node.id).find((id) => {
      const box = network.getBoundingBox(id);
      return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
    });

    network.on("dragging", move);
    network.on("dragEnd", move);
    network.on("click", ({ nodes: [hit], edges: [edge], pointer }) => {
      const node = nodes.has(hit) ? hit : edge ? undefined : nodeAt(pointer.canvas);
      if (node) actions.choose({ node });
      else actions.choose(edge ? { edge } : null);
    });
    const pointing = (shown) => () => { canvas.style.cursor = shown ? "pointer" : ""; };
    network.on("hoverNode", pointing(true));
    network.on("blurNode", pointing(false));
    network.on("hoverEdge", ({ edge }) => { actions.hover(edge); pointing(true)(); });
    network.on("blurEdge", () => { actions.hover(null); pointing(false)(); });
    canvas.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, true);
    document.getElementById("zoom-in").addEventListener("click", () => zoom(network.getScale() * 1.3));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(network.getScale() / 1.3));
    document.getElementById("zoom-fit").addEventListener("click", fit);
    new ResizeObserver(resize).observe(canvas.parentElement);
    resize();

    return {
      network,
      // Fades all but `bright` (ids, or null for everything) and marks what is chosen.
      paint(bright, chosen) {
        const faded = (id) => bright !== null && !bright.has(id);
        content.nodes.update(data.nodes.map((node) => nodeStyle(node, faded(node.id), chosen.has(node.id))));
        content.edges.update(data.edges.map((edge) => edgeStyle(edge, faded(edge.id), chosen.has(edge.id))));
      },
    };
  };

  return { create: data.nodes.length ? create : () => ({ paint() {} }) };
})();
