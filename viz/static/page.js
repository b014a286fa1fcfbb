// The page as a whole: drawing, search box and panel show the same selection.
"use strict";

(() => {
  const { data, panel } = standpunkt;
  const search = document.getElementById("search");
  const query = () => (search ? search.value.trim() : "");
  let selection = null; // { node: id }, { edge: id }, or null for the overview
  let hovered = null;

  // The ids of what stands out now; null where everything does.
  const bright = () => {
    if (selection && selection.edge) {
      const edge = data.edges.find((one) => one.id === selection.edge);
      return new Set([edge.id, edge.from, edge.to]);
    }
    if (selection) {
      const lines = panel.edgesOf(selection.node);
      return new Set([selection.node, ...lines.flatMap((edge) => [edge.id, edge.from, edge.to])]);
    }
    return query() ? new Set(panel.found(query()).map((node) => node.id)) : null;
  };

  const paint = () => {
    const chosen = [hovered, selection && (selection.node || selection.edge)];
    drawing.paint(bright(), new Set(chosen.filter(Boolean)));
  };

  const choose = (wanted) => {
    selection = wanted;
    if (search && wanted) search.value = "";
    panel.show(selection, query());
    paint();
    if (wanted) panel.focus();
  };

  const hover = (edge) => { hovered = edge; paint(); };
  const drawing = standpunkt.drawing.create({ choose, hover });
  panel.onChoose(choose);
  standpunkt.choose = choose;
  standpunkt.network = drawing.network;

  if (search) {
    search.addEventListener("input", () => choose(null));
    search.addEventListener("keydown", (event) => {
      const [first] = panel.found(query());
      if (event.key === "Enter" && query() && first) choose({ node: first.id });
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && selection) choose(null);
  });
  document.querySelectorAll("[data-language]").forEach((at) => at.addEventListener("click", () => {
    standpunkt.language = at.dataset.language;
    standpunkt.relabel();
    panel.show(selection, query());
    paint();
  }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  panel.show(null);
  document.getElementById("status").textContent = "";
})();
