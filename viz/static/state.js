// What the reader has chosen. Everything on the page follows from this and the data.

const state = {
  lang: page.lang,
  stop: Math.max(0, page.stops.indexOf(page.asOf)),
  off: { paradigm: new Set(), layer: new Set(), region: new Set(), evidence: new Set() },
  colorBy: "region",
  node: null, // selected node
  edge: null, // selected edge
  hoverNode: null,
  hoverEdge: null,
};

const firstView = { stop: state.stop, colorBy: state.colorBy };

function dateNow() {
  return page.stops[state.stop];
}

function yearNow() {
  return dateNow().slice(0, 4);
}

function isLastStop() {
  return state.stop === page.stops.length - 1;
}

// The last stop is a day; all others stand for a year.
function stopText(stop = state.stop) {
  return stop === page.stops.length - 1 ? page.stops[stop] : page.stops[stop].slice(0, 4);
}
