// The drawer: all that is known of the firm or the tie that was picked.

function select(node, { move = false } = {}) {
  state.node = node;
  state.edge = null;
  refresh({ drawer: true });
  if (node && move) moveTo(node);
}

function selectEdge(edge) {
  state.node = null;
  state.edge = edge;
  refresh({ drawer: true });
}

function firmButton(node) {
  return make(
    "button",
    { type: "button", class: "firm", data: { firm: node.id }, on: { click: () => select(node, { move: true }) } },
    nameOf(node)
  );
}

function drawerHead(title, ...below) {
  return make(
    "header",
    {},
    make("button", { type: "button", class: "close", "aria-label": say("close"), title: say("close"), on: { click: () => select(null) } }, "×"),
    title,
    below
  );
}

function firmHead(node) {
  const facts = [
    say(`kind.${node.kind}`),
    node.country ? (node.region === "other" ? node.country : say(`region.${node.region}`)) + (node.region === "eu" ? ` (${node.country})` : "") : "",
    node.founded ? `${say("founded")} ${node.founded}` : "",
  ];
  return drawerHead(
    make("h2", {}, nameOf(node)),
    otherNameOf(node) === nameOf(node) ? "" : make("p", { class: "other-name" }, otherNameOf(node)),
    make("p", { class: "faint" }, facts.filter(Boolean).join(" · "), " ", evidenceBadge(node)),
    node.aliases ? make("p", { class: "faint" }, `${say("aliases")}: ${node.aliases.split("\n").join(", ")}`) : "",
    node.note ? make("p", { class: "note" }, node.note) : ""
  );
}

function part(title, ...content) {
  const kept = content.flat().filter(Boolean);
  return kept.length ? make("section", {}, make("h3", {}, title), kept) : "";
}

function powerPart(node) {
  const places = paradigms
    .map(({ id }) => ({ id, list: rankingIn(id) }))
    .map(({ id, list }) => ({ id, n: list.length, rank: list.findIndex((place) => place.node === node) + 1, power: powersIn(id).get(node.number) || 0 }))
    .filter(({ power }) => power > 0)
    .sort((a, b) => b.power - a.power);
  const lines = places.map(({ id, n, rank, power }) =>
    make(
      "div",
      { class: "power-line" },
      make("span", { class: "word" }, paradigmName(id)),
      make("span", { class: "number" }, powerText(power)),
      powerBar(power, paradigmShade(id)),
      make("span", { class: "faint" }, say("rank.of", { rank, n }))
    )
  );
  const none = node.kind === "Company" && hasPower ? make("p", { class: "faint" }, say("power.none")) : "";
  return part(`${say("power")} · ${stopText()}`, lines.length ? lines : none);
}

// One line per claim: the other firm, the share, the dates; it opens on the evidence.
function claimLine(edge, claim, other) {
  const summary = make(
    "summary",
    {},
    make("span", { class: "word" }, nameOf(other)),
    make("span", { class: "faint" }, percent(claim.share_low, claim.share_high) || amountText(claim)),
    make("span", { class: "faint" }, spanText(claim)),
    claim.evidence === "known" ? badge("known", say("evidence.known")) : ""
  );
  const box = make("details", { class: holds(claim, dateNow()) ? "" : "past" }, summary);
  box.addEventListener("toggle", () => {
    if (box.open && box.childElementCount === 1) box.append(claimCard(claim), make("p", {}, firmButton(other)));
  });
  return box;
}

function tiesPart(title, list, side) {
  const lines = list.flatMap((edge) => edge.claims.map((claim) => ({ edge, claim, other: edge[side] })));
  const now = lines.filter(({ claim }) => holds(claim, dateNow()));
  const then = lines.filter(({ claim }) => !holds(claim, dateNow()));
  const bySlot = [...groupBy(now, ({ edge, claim }) => `${edge.paradigm} ${claim.slot || ""}`)];
  bySlot.sort(([, a], [, b]) => b.length - a.length);
  const blocks = bySlot.map(([, group]) => slotBlock(group));
  if (then.length) {
    const box = make("details", { class: "others" }, make("summary", {}, say("others.dates", { n: then.length })));
    box.addEventListener("toggle", () => {
      if (!box.open || box.childElementCount > 1) return;
      then.sort((a, b) => (a.claim.from < b.claim.from ? 1 : -1));
      box.append(inSteps(then, ({ edge, claim, other }) => claimLine(edge, claim, other)));
    });
    blocks.push(box);
  }
  const firms = new Set(now.map(({ other }) => other)).size;
  return part(firms ? `${title} · ${firms}` : title, blocks);
}

function slotBlock(group) {
  const { edge, claim } = group[0];
  const name = claim.slot ? slotName(claim.slot) : edge.claims[0].layer === "capital" ? "" : say("slot.none");
  group.sort((a, b) => (b.claim.share_high || 0) - (a.claim.share_high || 0) || view.powers[b.other.number] - view.powers[a.other.number]);
  return make(
    "div",
    { class: "slot" },
    name
      ? make(
          "h4",
          { title: slotDefinition(claim.slot) },
          make("span", { class: "mark line solid", color: layerColor(claim.layer), "aria-hidden": true }),
          name,
          make("span", { class: "faint" }, ` ${paradigmName(edge.paradigm)} · ${group.length}`)
        )
      : "",
    inSteps(group, (line) => claimLine(line.edge, line.claim, line.other), 6)
  );
}

function record(row, title, badges) {
  const box = make("details", {}, make("summary", {}, make("span", { class: "word" }, title), badges));
  box.append(
    make(
      "article",
      { class: "claim" },
      row.reason ? make("p", {}, row.reason) : "",
      wordsOfSource(row),
      row.note && row.note !== row.reason ? make("p", { class: "note" }, row.note) : "",
      sourceList(row)
    )
  );
  return box;
}

function holdingLine(row) {
  const faint = [say("degree", { degree: row.degree }), spanText(row), paradigmName(row.paradigm)].join(" · ");
  const box = record(row, nameOfHolding(row), [make("span", { class: "faint" }, faint), evidenceBadge(row)]);
  box.className = holds(row, dateNow()) ? "" : "past";
  return box;
}

function eventLine(row) {
  const title = (state.lang === "zh" ? row.name_zh : row.name_en) || row.name_en;
  return record(row, title, [make("span", { class: "faint" }, row.date), evidenceBadge(row)]);
}

function statementCard(row) {
  return make(
    "article",
    { class: "claim" },
    make("div", { class: "claim-head" }, badge(`verdict ${row.verdict}`, wordOf("verdict", row.verdict)), make("span", { class: "faint" }, say("line", { n: row.line }))),
    row.quote ? make("blockquote", {}, quotation(row.quote)) : "",
    row.recomputation ? make("p", {}, make("span", { class: "faint" }, `${say("recomputed")}: `), row.recomputation) : "",
    row.note ? make("p", { class: "note" }, row.note) : "",
    sourceList(row)
  );
}

function isMoney(edge) {
  return edge.layer === "capital" && !edge.paradigm;
}

function firmContent(node) {
  const byDate = (a, b) => ((a.start || a.date || "") < (b.start || b.date || "") ? -1 : 1);
  return [
    firmHead(node),
    powerPart(node),
    part(say("holdings"), (holdingsOf.get(node.number) || []).sort(byDate).map(holdingLine)),
    tiesPart(say("depends"), node.out.filter((edge) => !isMoney(edge)), "provider"),
    tiesPart(say("provides"), node.in.filter((edge) => !isMoney(edge)), "dependent"),
    tiesPart(say("capital.in"), node.out.filter(isMoney), "provider"),
    tiesPart(say("capital.out"), node.in.filter(isMoney), "dependent"),
    part(say("events"), (eventsOf.get(node.number) || []).sort(byDate).map(eventLine)),
    part(say("statements"), inStepsOrNone(statementsOf.get(node.number) || [], statementCard)),
  ];
}

function inStepsOrNone(list, render) {
  return list.length ? inSteps(list, render, 4) : "";
}

function tieContent(edge) {
  const date = dateNow();
  const list = [...edge.claims].sort((a, b) => holds(b, date) - holds(a, date) || (a.from < b.from ? 1 : -1));
  const number = list.length === 1 ? say("claims.one") : say("claims.n", { n: list.length });
  const verb = say(isMoney(edge) ? "invests" : "depends.on");
  return [
    drawerHead(
      make("h2", { class: "pair" }, firmButton(edge.dependent), make("span", { class: "verb" }, ` ${verb} `), firmButton(edge.provider)),
      make("p", { class: "faint" }, [edge.paradigm ? paradigmName(edge.paradigm) : say("layer.capital"), number].join(" · "))
    ),
    inSteps(list, claimCard, 8),
  ];
}

function showDrawer() {
  const drawer = find("drawer");
  const open = Boolean(state.node || state.edge);
  const was = drawer.hidden;
  drawer.hidden = !open;
  drawer.replaceChildren();
  if (open) drawer.append(...(state.node ? firmContent(state.node) : tieContent(state.edge)).filter(Boolean));
  drawer.scrollTop = 0;
  if (open && was) drawer.focus({ preventScroll: true });
}
