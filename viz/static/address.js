// The part of the address after #: it carries the view, so that a link opens the same one.

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.stop !== page.stops.length - 1) parts.set("at", yearNow());
  if (state.node) parts.set("firm", state.node.id);
  if (state.edge) parts.set("tie", [state.edge.dependent.id, state.edge.provider.id, state.edge.paradigm].join("~"));
  for (const [group, off] of Object.entries(state.off)) if (off.size) parts.set(group, [...off].map((value) => `-${value}`).join(","));
  if (state.colorBy !== firstView.colorBy) parts.set("color", state.colorBy);
  if (state.lang !== page.lang) parts.set("lang", state.lang);
  const text = parts.toString();
  try {
    history.replaceState(null, "", text ? `#${text}` : `${location.pathname}${location.search}`);
  } catch {
    // A page inside a frame has no address of its own to change.
  }
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!location.hash) return;
  const year = parts.get("at");
  const stop = page.stops.findIndex((date) => date.startsWith(`${year}-`));
  state.stop = year ? (stop < 0 ? state.stop : stop) : page.stops.length - 1;
  state.lang = ["en", "zh"].includes(parts.get("lang")) ? parts.get("lang") : state.lang;
  state.colorBy = ["region", "paradigm"].includes(parts.get("color")) ? parts.get("color") : state.colorBy;
  for (const group of GROUPS) {
    const hidden = (parts.get(group.name) || "").split(",").map((value) => value.replace(/^-/, ""));
    state.off[group.name] = new Set(group.values().filter((value) => hidden.includes(value)));
  }
  state.node = nodeById.get(parts.get("firm")) || null;
  const [dependent, provider, paradigm = ""] = (parts.get("tie") || "").split("~");
  state.edge = edges.find((edge) => edge.dependent.id === dependent && edge.provider.id === provider && edge.paradigm === paradigm) || null;
}
