// Which claims hold at a date, and how powerful each firm is then.

function firstDay(when) {
  return when.length === 4 ? `${when}-01-01` : when.length === 7 ? `${when}-01` : when;
}

function lastDay(when) {
  return when.length === 4 ? `${when}-12-31` : when.length === 7 ? `${when}-31` : when;
}

// Half-open: a claim holds on its first day and no longer on the day of its end. One that "ended, nobody says when"
// holds as long as a source saw it.
function prepare(claim) {
  claim.from = claim.start ? firstDay(claim.start) : "";
  if (claim.end === "unknown") claim.until = `${lastDay(claim.last_confirmed || claim.start || "")}~`;
  else claim.until = claim.end ? firstDay(claim.end) : "";
}
claims.forEach(prepare);
holdings.forEach(prepare);

function holds(claim, date) {
  return claim.from !== "" && claim.from <= date && (claim.until === "" || claim.until > date) && claim.rank !== "deprecated";
}

function spanText(claim) {
  if (!claim.start) return say("span.none");
  if (claim.kind === "investment") return say("on", { date: claim.start });
  if (claim.end === "unknown") return say("span.unknown", { start: claim.start });
  return claim.end ? say("span", { start: claim.start, end: claim.end }) : say("span.open", { start: claim.start });
}

const powerCache = new Map();

// Power of each firm in a paradigm at the date of the slider: node number -> 0..1.
function powersIn(paradigm) {
  const key = `${paradigm} ${yearNow()}`;
  if (!powerCache.has(key)) {
    const table = page.power[paradigm];
    const values = table?.years[yearNow()] || [];
    powerCache.set(key, new Map(values.map((value, place) => [table.firms[place], value / table.scale]).filter(([, power]) => power > 0)));
  }
  return powerCache.get(key);
}

function shownParadigms() {
  return paradigms.map(({ id }) => id).filter((id) => !state.off.paradigm.has(id));
}

// The greatest power of a node over the paradigms shown.
function powerOf(node) {
  let most = 0;
  for (const id of shownParadigms()) most = Math.max(most, powersIn(id).get(node.number) || 0);
  return most;
}

// Firms of a paradigm by power, the strongest first, ties by id.
function rankingIn(paradigm) {
  const firms = [...powersIn(paradigm)].map(([number, power]) => ({ node: nodes[number], power }));
  return firms.sort((a, b) => b.power - a.power || (a.node.id < b.node.id ? -1 : 1));
}

const hasPower = Object.values(page.power).some((table) => table.firms.length > 0);

function sizeOf(power) {
  const { least, most, greatest } = page.sizes;
  return hasPower ? Math.sqrt(least ** 2 + ((most ** 2 - least ** 2) * power) / greatest) : least + 4;
}
