// A claim and what it rests on: dates, numbers, the words of the source in quotation marks, or where to look there.

function badge(kind, text) {
  return make("span", { class: `badge ${kind}` }, text);
}

function evidenceBadge(row) {
  return row.evidence ? badge(row.evidence, say(`evidence.${row.evidence}`)) : "";
}

// Words of a source stand in quotation marks, and nothing else does.
function quotation(text) {
  return make("q", { lang: /[\u4e00-\u9fff]/.test(text) ? "zh-Hans" : "en" }, text);
}

function sourceLine(source) {
  if (source.title === undefined) return "";
  const about = [source.publisher, source.published, source.tier ? say("source.tier", { n: source.tier }) : ""].filter(Boolean).join(" · ");
  return make("li", {}, linkTo(source.url, source.title), about ? make("span", { class: "faint" }, about) : "");
}

function sourceList(row) {
  if (row.evidence === "known") return make("p", { class: "faint" }, say("source.known"));
  const list = sourcesOf(row);
  return list.length ? make("ul", { class: "sources" }, list.map(sourceLine)) : "";
}

function factList(pairs) {
  const kept = pairs.filter(([, value]) => value);
  return kept.length ? make("dl", { class: "facts" }, kept.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : "";
}

function wordsOfSource(row) {
  return [
    row.quote ? make("blockquote", {}, quotation(row.quote)) : "",
    row.locator ? make("p", { class: "locator" }, make("span", { class: "faint" }, `${say("locator")}: `), row.locator) : "",
  ];
}

function claimCard(claim) {
  const now = holds(claim, dateNow());
  return make(
    "article",
    { class: `claim${now ? "" : " past"}` },
    make(
      "div",
      { class: "claim-head" },
      make("span", { class: `mark line ${claim.layer === "capital" ? "money" : "solid"}`, color: layerColor(claim.layer), "aria-hidden": true }),
      make("strong", {}, claim.slot ? slotName(claim.slot) : wordOf("tieKind", claim.kind)),
      evidenceBadge(claim),
      claim.rank === "deprecated" ? badge("past", say("deprecated")) : "",
      now ? "" : badge("past", say("not.then"))
    ),
    slotDefinition(claim.slot) ? make("p", { class: "faint" }, slotDefinition(claim.slot)) : "",
    factList([
      ["", spanText(claim)],
      [say("share"), percent(claim.share_low, claim.share_high)],
      [say("criticality"), claim.criticality],
      [say("revocability"), claim.revocability],
      [say("amount"), amountText(claim) + (amountText(claim) && claim.scope ? ` (${wordOf("amountScope", claim.scope)})` : "")],
      [say("stake"), percent(claim.stake_low, claim.stake_high)],
      [say("round"), claim.round],
      [say("role"), claim.role],
      [say("status"), claim.status && claim.status !== "active" ? wordOf("tieStatus", claim.status) : ""],
      [say("modality"), claim.modality && claim.modality !== "asserted" ? wordOf("modality", claim.modality) : ""],
      ["", claim.closed === "true" ? say("closed") : ""],
      ["", claim.round_trip === "true" ? say("round.trip") : ""],
    ]),
    wordsOfSource(claim),
    claim.note ? make("p", { class: "note" }, claim.note) : "",
    sourceList(claim)
  );
}

// The list opens in steps: a firm may have hundreds of ties.
function inSteps(items, render, step = 12) {
  const list = make("div", { class: "steps" }, items.slice(0, step).map(render));
  if (items.length > step) {
    const more = make(
      "button",
      {
        type: "button",
        class: "more",
        on: {
          click: () => {
            more.remove();
            list.append(...items.slice(step).map(render));
          },
        },
      },
      say("more", { n: items.length })
    );
    list.append(more);
  }
  return list;
}
