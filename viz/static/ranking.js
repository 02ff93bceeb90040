// The strongest firms at the date, as a list: the way to them by keyboard, and the page's answer at a glance.

const RANKED = 10;

function ranking() {
  const shown = new Set(shownParadigms());
  const all = paradigms
    .filter(({ id }) => shown.has(id))
    .flatMap(({ id }) => rankingIn(id).map((place, number) => ({ ...place, paradigm: id, rank: number + 1 })));
  const best = new Map();
  for (const place of all.sort((a, b) => b.power - a.power)) if (!best.has(place.node)) best.set(place.node, place);
  return [...best.values()].filter(({ node }) => !state.off.region.has(node.region)).slice(0, RANKED);
}

function powerBar(power, color) {
  const bar = make("span", { class: "bar-fill", color });
  bar.style.width = `${Math.max(2, (power / page.sizes.greatest) * 100)}%`;
  return make("span", { class: "power-bar", "aria-hidden": true }, bar);
}

function rankingPanel() {
  const places = ranking();
  const list = places.map(({ node, power, paradigm }) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "place", data: { firm: node.id }, on: { click: () => select(node, { move: true }) } },
        make("span", { class: "word" }, nameOf(node)),
        make("span", { class: "where" }, paradigmName(paradigm)),
        make("span", { class: "number" }, powerText(power)),
        powerBar(power, paradigmShade(paradigm))
      )
    )
  );
  return make(
    "section",
    { class: "ranking" },
    make("h2", {}, `${say("ranking")} · ${stopText()}`),
    places.length ? make("ol", {}, list) : make("p", { class: "faint" }, say("ranking.none"))
  );
}
