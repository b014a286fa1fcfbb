// Words and small parts of the page: labels in the chosen language, names of things, elements.
// Everything that comes from the graph becomes a text node; nothing is ever parsed as HTML.
"use strict";

const standpunkt = {
  data: JSON.parse(document.getElementById("data").textContent),
  language: document.documentElement.lang,
};

// A label, with {count} and the like filled in.
standpunkt.label = (key, values = {}) => {
  const words = standpunkt.data.labels[key] || {};
  const text = words[standpunkt.language] || words.nb || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
};

// The name of a thing or code, by its IRI.
standpunkt.name = (iri) => {
  const thing = standpunkt.data.things[iri];
  if (!thing) return "";
  const name = thing.names[standpunkt.language];
  return thing.number ? `${thing.number} ${name}` : name;
};

standpunkt.count = (number) => {
  if (number === 0) return standpunkt.label("count-none");
  return number === 1 ? standpunkt.label("count-one") : standpunkt.label("count", { count: number });
};

// A number as the language writes it: 0.8 or 0,8.
standpunkt.number = (digits) => (standpunkt.language === "en" ? digits : digits.replace(".", ","));

// An element with a class and children, which are elements or strings.
standpunkt.element = (tag, className, ...children) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

// Text from the graph, kept from changing the direction of what stands around it.
standpunkt.isolated = (text) => standpunkt.element("bdi", "", text);

standpunkt.button = (className, action, ...children) => {
  const made = standpunkt.element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
};

// The little line that the legend also has: colour, dash and arrow of a relation.
standpunkt.swatch = (relation) => {
  const svg = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };
  const picture = svg("svg", { class: "swatch", viewBox: "0 0 44 10", "aria-hidden": "true" });
  const dash = (standpunkt.data.dashes[relation] || []).join(" ");
  picture.append(
    svg("path", { class: `stroke-${relation}`, d: "M1 5H35", "stroke-dasharray": dash }),
    svg("path", { class: `fill-${relation}`, d: "M35 1 43 5 35 9Z" }),
  );
  return picture;
};

// Every fixed word of the page again, in another language.
standpunkt.relabel = () => {
  const { label, name, data } = standpunkt;
  const each = (selector, action) => document.querySelectorAll(selector).forEach(action);
  document.documentElement.lang = standpunkt.language;
  each("[data-label]", (at) => { at.textContent = label(at.dataset.label, at.dataset); });
  each("[data-aria]", (at) => at.setAttribute("aria-label", label(at.dataset.aria)));
  each("[data-placeholder]", (at) => { at.placeholder = label(at.dataset.placeholder); });
  each("[data-words]", (at) => { at.textContent = data.view[at.dataset.words][standpunkt.language]; });
  each("[data-thing]", (at) => { at.textContent = data.things[at.dataset.thing].names[standpunkt.language]; });
  each("[data-number]", (at) => { at.textContent = standpunkt.number(at.dataset.number); });
  each("[data-language]", (at) => {
    at.setAttribute("aria-pressed", String(at.dataset.language === standpunkt.language));
  });
  document.title = [...data.chosen.map(name), data.view.title[standpunkt.language]].join(" – ");
};
