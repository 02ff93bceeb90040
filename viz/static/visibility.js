// What passes the filters at the date: for each edge how it is drawn, for each node whether it is, and the counts
// beside the chips (each counted as if its own group had no filter).

const PROMISES = new Set(["intent", "announced", "signed"]);

let view = { edges: [], nodes: new Set(), powers: [], counts: {} };

function look() {
  const date = dateNow();
  const { off } = state;
  const seen = { paradigm: new Map(), region: new Map(), layer: new Map(), evidence: new Map() };
  const count = (group, value, thing) => {
    if (!seen[group].has(value)) seen[group].set(value, new Set());
    seen[group].get(value).add(thing);
  };
  const shown = { edges: new Array(edges.length).fill(null), nodes: new Set(), powers: [], counts: {} };
  for (const edge of edges) {
    const inParadigm = !off.paradigm.has(edge.ground);
    const ends = [edge.dependent, edge.provider];
    const inRegion = !ends.some((node) => off.region.has(node.region));
    const drawn = [];
    for (const claim of edge.claims) {
      if (!holds(claim, date)) continue;
      const inLayer = !off.layer.has(claim.layer);
      const inEvidence = !off.evidence.has(claim.evidence);
      if (inLayer && inEvidence && inRegion) for (const node of ends) count("paradigm", edge.ground, node);
      if (inLayer && inEvidence && inParadigm) for (const node of ends) count("region", node.region, node);
      if (inParadigm && inEvidence && inRegion) count("layer", claim.layer, edge);
      if (inParadigm && inLayer && inRegion) count("evidence", claim.evidence, edge);
      if (inParadigm && inLayer && inEvidence && inRegion) drawn.push(claim);
    }
    if (drawn.length) {
      shown.edges[edge.number] = manner(drawn);
      for (const node of ends) shown.nodes.add(node.number);
    }
  }
  for (const group of Object.keys(seen)) {
    shown.counts[group] = Object.fromEntries([...seen[group]].map(([value, things]) => [value, things.size]));
  }
  shown.powers = nodes.map(powerOf);
  view = shown;
}

// How a tie of these claims is drawn.
function manner(drawn) {
  const layer = LAYER_NAMES.find((name) => drawn.some((claim) => claim.layer === name)) || LAYER_NAMES[0];
  const promised = drawn.every((claim) => PROMISES.has(claim.status));
  const sourced = drawn.some((claim) => claim.evidence === "sourced");
  return { layer, line: promised ? "promised" : layer === "capital" ? "money" : sourced ? "solid" : "dashed", count: drawn.length };
}

const DASHES = { solid: false, dashed: [6, 5], promised: [1.5, 4], money: [9, 4, 2, 4] };

function countOfEdges() {
  return view.edges.reduce((sum, drawn) => sum + (drawn ? 1 : 0), 0);
}
