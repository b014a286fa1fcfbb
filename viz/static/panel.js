// The panel beside the drawing: an overview that can be searched and tabbed through, then one
// node or one line with the sentences behind it. It is all that a keyboard needs.
"use strict";

standpunkt.panel = (() => {
  const { data, label, name, count, element, isolated, button, swatch } = standpunkt;
  const heading = document.getElementById("panel-heading");
  const body = document.getElementById("panel-body");
  const status = document.getElementById("status");
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
  const order = ["person", "organisation", "group", "nobody", "item", "meeting", "claim", "topic", "other"];
  let choose = () => {};

  const fold = (text) => text.toLocaleLowerCase("nb").normalize("NFC");
  const matches = (node, query) =>
    fold(`${name(node.id)} ${data.things[node.id].note} ${label(`kind-${node.kind}`)}`).includes(query);
  const found = (query) => data.nodes.filter((node) => matches(node, fold(query.trim())));
  const edgesOf = (id) => data.edges.filter((edge) => edge.from === id || edge.to === id);
  const unique = (iris) => [...new Set(iris)];

  // A bare number for the eye, the same with a word for the ear.
  const number = (statements) => {
    const bare = element("small", "number", String(statements));
    bare.setAttribute("aria-hidden", "true");
    return [bare, element("span", "unseen", `, ${count(statements)}`)];
  };

  const nodeButton = (node) => {
    const { note } = data.things[node.id];
    const parts = [isolated(name(node.id))];
    if (note) parts.push(element("small", "", isolated(note)));
    if (node.statements) parts.push(...number(node.statements));
    return button("entry", () => choose({ node: node.id }), ...parts);
  };

  const edgeButton = (edge, from) => {
    const outward = edge.from === from;
    const other = outward ? edge.to : edge.from;
    const word = element("span", "relation", `${outward ? "" : "← "}${label(`relation-${edge.relation}`)} `);
    const text = element("span", "words", word, isolated(name(other)));
    const parts = [swatch(edge.relation), text, ...number(edge.statements.length)];
    return button("entry", () => choose({ edge: edge.id }), ...parts);
  };

  const list = (buttons) => element("ul", "entries", ...buttons.map((one) => element("li", "", one)));

  const details = (one) => {
    const place = label("page-line", { page: one.page, line: one.line });
    const sure = one.confidence && `${label(one.sure)} (${standpunkt.number(one.confidence)})`;
    const answered = data.statements[one.answers];
    return [
      ["claim", name(one.claim)],
      ["topic", name(one.topic)],
      ["meeting", name(one.meeting)],
      ["date", one.date],
      ["item", one.item === one.meeting ? "" : name(one.item)],
      ["act", name(one.act)],
      ["stance", name(one.stance)],
      ["deadline", one.deadline],
      ["answers", answered && `${answered.speakers.map(name).join(", ")}: «${answered.quote}»`],
      ["attribution", name(one.attribution)],
      ["rule", [one.rule, one.act_rule].filter(Boolean).join(" · ")],
      ["confidence", sure],
      ["review", name(one.review)],
      ["place", one.line && [name(one.document), place].filter(Boolean).join(", ")],
    ].filter((pair) => pair[1]);
  };

  const statement = (iri) => {
    const one = data.statements[iri];
    const quote = element("blockquote", "", one.quote);
    quote.lang = one.language;
    const who = one.speakers.map(name).join(", ") || label("nobody");
    const by = element("p", "by", element("strong", "", isolated(who)));
    const behalf = one.behalf.map(name).join(", ");
    if (behalf) by.append(` ${label("for-whom")} `, isolated(behalf));
    const table = element("dl");
    details(one).forEach(([key, value]) => {
      table.append(element("div", "", element("dt", "", label(key)), element("dd", "", isolated(value))));
    });
    const made = element("article", "statement", quote, by, table);
    made.dataset.statement = iri;
    return made;
  };

  const statements = (iris) => {
    const title = element("h3", "", count(iris.length));
    return element("div", "statements", title, ...iris.map(statement));
  };

  const back = () => button("back", () => choose(null), `← ${label("back")}`);

  const overview = (query) => {
    const hits = found(query);
    heading.replaceChildren(label("overview"));
    const hint = query
      ? label(hits.length === 0 ? "hits-none" : hits.length === 1 ? "hits-one" : "hits", { count: hits.length })
      : label("overview-hint");
    const groups = order.flatMap((kind) => {
      const members = hits.filter((node) => node.kind === kind);
      if (kind !== "item") members.sort((a, b) => b.statements - a.statements || name(a.id).localeCompare(name(b.id), "nb"));
      return members.length ? [element("h3", "", label(`kinds-${kind}`)), list(members.map(nodeButton))] : [];
    });
    body.replaceChildren(element("p", "hint", hint), ...groups);
    return query ? hint : label("cleared");
  };

  const node = (id) => {
    const lines = edgesOf(id);
    const iris = unique(lines.flatMap((edge) => edge.statements));
    const { kind, note } = data.things[id];
    heading.replaceChildren(isolated(name(id)));
    body.replaceChildren(back(), element("p", "hint", [label(`kind-${kind}`), note].filter(Boolean).join(" · ")));
    if (lines.length) body.append(element("h3", "", label("connections")), list(lines.map((edge) => edgeButton(edge, id))));
    body.append(statements(iris));
    return label("shown", { name: name(id), count: count(iris.length) });
  };

  const edge = (id) => {
    const { from, to, relation, statements: iris } = edges.get(id);
    const word = label(`relation-${relation}`);
    heading.replaceChildren(isolated(name(from)), swatch(relation), element("span", "relation", word), " ", isolated(name(to)));
    const ends = list([nodeButton(nodes.get(from)), nodeButton(nodes.get(to))]);
    body.replaceChildren(back(), statements(iris), ends);
    return label("shown", { name: `${name(from)}, ${word}, ${name(to)}`, count: count(iris.length) });
  };

  return {
    found,
    edgesOf,
    // Shows a node, a line, or the overview filtered by a query, and says so aloud.
    show(selection, query = "") {
      if (selection && selection.node) status.textContent = node(selection.node);
      else if (selection && selection.edge) status.textContent = edge(selection.edge);
      else status.textContent = overview(query);
    },
    focus() {
      const narrow = window.matchMedia("(max-width: 60rem)").matches;
      heading.focus({ preventScroll: !narrow });
    },
    onChoose(action) { choose = action; },
  };
})();
