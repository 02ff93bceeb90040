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

// Fields that the tie states, by whether a source bears them out; of its existence its own evidence speaks.
function fieldsLine(claim, said) {
  const stated = [
    "existence",
    "start",
    claim.end ? "end" : "",
    claim.share_low || claim.share_high ? "share" : "",
    claim.criticality ? "criticality" : "",
    claim.revocability ? "revocability" : "",
    claim.closed === "true" ? "closed" : "",
  ].filter(Boolean);
  const attested = new Set(said.flatMap((row) => row.fields.split(" ")));
  attested.delete("existence");
  if (claim.evidence === "sourced") attested.add("existence");
  const line = (name, fields) =>
    fields.length ? make("p", {}, make("span", { class: "faint" }, `${name}: `), namesOfFields(fields)) : "";
  return make(
    "div",
    { class: "fields" },
    line(say("fields.sourced"), [...new Set([...stated, ...attested])].filter((name) => attested.has(name))),
    line(say("fields.judged"), stated.filter((name) => !attested.has(name)))
  );
}

function namesOfFields(fields) {
  return fields.map((name) => wordOf("tieField", name)).join(say("comma"));
}

// A source, the fields it bears out, and its own words or where to look there.
function witnessItem(row) {
  const about = [
    namesOfFields(row.fields.split(" ")),
    row.confidence ? say("confidence", { value: row.confidence }) : "",
    row.known_from ? say("known.from", { date: row.known_from }) : "",
  ].filter(Boolean);
  return make("li", {}, make("p", { class: "faint" }, about.join(" · ")), wordsOfSource(row), sourceList(row));
}

// What each source says of the tie. Words and sources of the tie's own row are not said twice.
function evidenceOf(claim, said) {
  const note = claim.note ? make("p", { class: "note" }, claim.note) : "";
  if (!said.length) return [wordsOfSource(claim), note, sourceList(claim)];
  const cited = new Set(said.flatMap((row) => (row.sources || "").split(" ")));
  const repeated = (name) => said.some((row) => row[name] === claim[name]);
  const own = {
    ...claim,
    quote: repeated("quote") ? "" : claim.quote,
    locator: repeated("locator") ? "" : claim.locator,
    sources: (claim.sources || "").split(" ").filter((number) => !cited.has(number)).join(" "),
  };
  return [
    wordsOfSource(own),
    note,
    own.evidence === "known" || own.sources ? sourceList(own) : "",
    make("ul", { class: "witnesses", "aria-label": say("witnesses") }, said.map(witnessItem)),
  ];
}

function shareText(claim) {
  const share = percent(claim.share_low, claim.share_high);
  const basis = [claim.share_basis ? wordOf("shareBasis", claim.share_basis) : "", claim.share_date].filter(Boolean);
  return share && basis.length ? say("share.by", { share, basis: basis.join(say("comma")) }) : share;
}

function claimCard(claim) {
  const now = holds(claim, dateNow());
  const said = witnessesOf.get(claim.number) || [];
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
      [say("share"), shareText(claim)],
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
    claim.slot ? fieldsLine(claim, said) : "",
    evidenceOf(claim, said)
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
