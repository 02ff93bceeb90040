// The strongest firms at the date, as a list: the way to them by keyboard, and the page's answer at a glance.

// Powers of two paradigms are not on one scale: each paradigm has its own list, longer when fewer are shown.
function ranking() {
  const lists = shownParadigms()
    .reverse() // the era that is still open first
    .map((id) => rankingIn(id).map((place) => ({ ...place, paradigm: id })))
    .filter((list) => list.length);
  const length = [10, 10, 5, 3][lists.length] || 2;
  return lists.flatMap((list) => list.filter(({ node }) => !state.off.region.has(node.region)).slice(0, length));
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
