// The page's data: columns back into rows, and the indexes that the rest of the script looks things up in.

const page = JSON.parse(document.getElementById("data").textContent);

function rows(table) {
  const found = Array.from({ length: table.n }, (_, number) => ({ number }));
  for (const [name, values] of Object.entries(table.columns)) {
    const keys = table.keys[name];
    values.forEach((value, number) => {
      found[number][name] = keys ? keys[value] : value;
    });
  }
  return found;
}

const nodes = rows(page.nodes);
const edges = rows(page.edges);
const claims = rows(page.claims);
const witnesses = rows(page.witnesses);
const holdings = rows(page.holdings);
const events = rows(page.events);
const statements = rows(page.statements);
const sources = rows(page.sources);
const paradigms = page.paradigms;

const nodeById = new Map(nodes.map((node) => [node.id, node]));
const paradigmById = new Map(paradigms.map((paradigm) => [paradigm.id, paradigm]));
const REGION_NAMES = Object.keys(page.palette.region);
const LAYER_NAMES = Object.keys(page.palette.layer);
const EVIDENCE_NAMES = ["sourced", "known"];

function groupBy(list, key) {
  const found = new Map();
  for (const item of list) {
    const value = key(item);
    if (!found.has(value)) found.set(value, []);
    found.get(value).push(item);
  }
  return found;
}

const witnessesOf = groupBy(witnesses, (row) => row.claim);
const holdingsOf = groupBy(holdings, (row) => row.holder);
const eventsOf = groupBy(events, (row) => row.org);
const statementsOf = groupBy(statements, (row) => row.org);

function sourcesOf(row) {
  return row.sources ? row.sources.split(" ").map((number) => sources[Number(number)]) : [];
}

// On a tall screen the picture is turned on its side: time runs down instead of to the right.
if (window.innerHeight > window.innerWidth * 1.2) {
  for (const node of nodes) [node.x, node.y] = [node.y, node.x];
  for (const paradigm of paradigms) {
    const [x, y, radius] = paradigm.island;
    if (radius) paradigm.island = [y, x, radius];
  }
}

// Edges of each node, and the paradigm in which it has most of them: its home.
for (const node of nodes) {
  node.out = [];
  node.in = [];
  node.home = "";
}
for (const edge of edges) {
  edge.claims = claims.slice(edge.first, edge.first + edge.count);
  edge.dependent = nodes[edge.from];
  edge.provider = nodes[edge.to];
  edge.dependent.out.push(edge);
  edge.provider.in.push(edge);
}
for (const node of nodes) {
  const counts = new Map();
  for (const edge of [...node.out, ...node.in]) {
    if (edge.paradigm) counts.set(edge.paradigm, (counts.get(edge.paradigm) || 0) + 1);
  }
  let most = 0;
  for (const { id } of paradigms) {
    if ((counts.get(id) || 0) > most) [node.home, most] = [id, counts.get(id)];
  }
}
// Money is coded for firms, not for paradigms: it shows where the firm that got it is at home.
for (const edge of edges) {
  edge.ground = edge.paradigm || edge.dependent.home || edge.provider.home;
}
