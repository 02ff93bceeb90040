// The legend is the filter: a chip shows what a colour or line means, how many there are, and hides or shows them.

const GROUPS = [
  { name: "paradigm", values: () => paradigms.map(({ id }) => id), text: paradigmName, full: paradigmFullName, color: paradigmShade },
  { name: "layer", values: () => LAYER_NAMES, text: (id) => say(`layer.${id}`), color: layerColor },
  { name: "region", values: () => REGION_NAMES, text: (id) => say(`region.${id}`), color: (id) => shade(page.palette.region[id]) },
  { name: "evidence", values: () => EVIDENCE_NAMES, text: (id) => say(`evidence.${id}`), color: () => "" },
];

function chipMark(group, value) {
  if (group.name === "layer") return `line ${value === "capital" ? "money" : "solid"}`;
  if (group.name === "evidence") return `line ${value === "known" ? "dashed" : "solid"}`;
  return group.name === state.colorBy ? "dot" : "ring";
}

function toggle(group, value) {
  const off = state.off[group.name];
  if (!off.delete(value)) off.add(value);
  refresh({ refit: group.name === "paradigm" });
}

function showAlone(group, value) {
  state.off[group.name] = new Set(group.values().filter((other) => other !== value));
  refresh({ refit: group.name === "paradigm" });
}

function chip(group, value) {
  const shown = !state.off[group.name].has(value);
  const number = view.counts[group.name]?.[value] || 0;
  return make(
    "button",
    {
      type: "button",
      class: "chip",
      title: [group.full?.(value), say("chip.hint")].filter(Boolean).join("\n"),
      "aria-pressed": shown,
      data: { group: group.name, value },
      on: { click: () => toggle(group, value), dblclick: () => showAlone(group, value) },
    },
    make("span", { class: `mark ${chipMark(group, value)}`, color: group.color(value), "aria-hidden": true }),
    make("span", { class: "word" }, group.text(value)),
    make("span", { class: "number" }, String(number))
  );
}

function colorChoice() {
  const choice = (value) =>
    make(
      "button",
      {
        type: "button",
        "aria-pressed": state.colorBy === value,
        data: { color: value },
        on: {
          click: () => {
            state.colorBy = value;
            refresh();
          },
        },
      },
      say(`color.${value}`)
    );
  return make("div", { class: "choice" }, make("span", {}, say("color.by")), choice("region"), choice("paradigm"));
}

function shapeKey() {
  const kinds = { dot: "Company", diamond: "CapitalSource", triangle: "PublicBody", hexagon: "Group", square: "OpenStandard" };
  const used = Object.entries(kinds).filter(([, kind]) => nodes.some((node) => node.kind === kind));
  return make(
    "ul",
    { class: "key" },
    used.map(([shape, kind]) => make("li", {}, make("span", { class: `shape ${shape}`, "aria-hidden": true }), say(`kind.${kind}`))),
    make("li", { class: "wide" }, say("style.dotted")),
    make("li", { class: "wide" }, say("style.money")),
    make("li", { class: "wide" }, say("style.arrow")),
    make("li", { class: "wide" }, say(hasPower ? "style.size" : "style.plain"))
  );
}

function showLegend() {
  const held = document.activeElement?.dataset;
  const panel = find("filters");
  const top = panel.scrollTop;
  panel.replaceChildren(
    ...GROUPS.filter((group) => group.values().length).map((group) =>
      make(
        "section",
        { role: "group", "aria-label": say(`group.${group.name}`) },
        make("h2", {}, say(`group.${group.name}`)),
        make("div", { class: ["paradigm", "evidence"].includes(group.name) ? "chips" : "chips pairs" }, group.values().map((value) => chip(group, value)))
      )
    ),
    colorChoice(),
    rankingPanel(),
    shapeKey()
  );
  panel.scrollTop = top;
  // The chips are made anew; the keyboard stays on the one it was on.
  if (held?.group) panel.querySelector(`[data-group="${held.group}"][data-value="${held.value}"]`)?.focus();
  if (held?.color) panel.querySelector(`[data-color="${held.color}"]`)?.focus();
}
