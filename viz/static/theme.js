// Light or dark: as the system says, until the reader chooses.

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemDark.matches;
}

function shade(pair) {
  return pair[isDark() ? 1 : 0];
}

function cssColor(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function paradigmShade(id) {
  const place = paradigms.findIndex((paradigm) => paradigm.id === id);
  if (place < 0) return shade(page.palette.region.other);
  return shade(page.palette.paradigm[place % page.palette.paradigm.length]);
}

// The paradigm that colours a node: where it is strongest now among those shown, else its home.
function paradigmOf(node) {
  let [best, most] = [node.home, 0];
  for (const id of shownParadigms()) {
    const power = powersIn(id).get(node.number) || 0;
    if (power > most) [best, most] = [id, power];
  }
  return best;
}

function colorOf(node) {
  return state.colorBy === "region" ? shade(page.palette.region[node.region]) : paradigmShade(paradigmOf(node));
}

function layerColor(layer) {
  return shade(page.palette.layer[layer] || page.palette.region.other);
}

function switchTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  refresh();
}
