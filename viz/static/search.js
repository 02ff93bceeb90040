// Search by English, Chinese, alias or pinyin, with suggestions that the keyboard can walk through.

const SUGGESTIONS = 8;
let suggested = [];
let marked = -1;

function plain(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
}

for (const node of nodes) {
  const spoken = [node.en, node.zh, ...(node.aliases || "").split("\n"), node.id.replace(/_/g, " ")];
  node.needles = [...spoken.map(plain), ...(node.keys || "").split(" ")].filter(Boolean);
}

// 0 is best: the whole name, then its start, the start of a word, any part; the stronger firm first among equals.
function closeness(node, wanted) {
  let best = Infinity;
  for (const needle of node.needles) {
    const place = needle.indexOf(wanted);
    if (place < 0) continue;
    best = Math.min(best, needle === wanted ? 0 : place === 0 ? 1 : needle[place - 1] === " " ? 2 : 3);
  }
  return best;
}

function matches(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  return nodes
    .map((node) => ({ node, close: closeness(node, wanted) }))
    .filter(({ close }) => close < Infinity)
    .sort((a, b) => a.close - b.close || weightOf(b.node) - weightOf(a.node))
    .map(({ node }) => node);
}

function weightOf(node) {
  return view.powers[node.number] + (node.in.length + node.out.length) * 1e-4;
}

function suggest() {
  const input = find("search");
  const found = matches(input.value);
  suggested = found.slice(0, SUGGESTIONS);
  marked = suggested.length ? 0 : -1;
  const list = find("suggestions");
  list.replaceChildren(
    ...suggested.map((node, number) =>
      make(
        "li",
        { role: "option", id: `suggestion-${number}`, data: { firm: node.id }, on: { mousedown: (event) => choose(event, node) } },
        make("span", { class: "dot", color: colorOf(node), "aria-hidden": true }),
        make("span", { class: "word" }, nameOf(node)),
        make("span", { class: "faint" }, otherNameOf(node) === nameOf(node) ? node.country || "" : otherNameOf(node))
      )
    )
  );
  if (input.value.trim() && !found.length) list.append(make("li", { class: "faint", role: "option", "aria-disabled": true }, say("search.none")));
  if (found.length > SUGGESTIONS) list.append(make("li", { class: "faint", role: "presentation" }, say("search.count", { n: found.length })));
  list.hidden = !list.childElementCount;
  input.setAttribute("aria-expanded", String(!list.hidden));
  mark(marked);
}

function mark(number) {
  marked = number;
  find("suggestions").querySelectorAll("[data-firm]").forEach((item, place) => item.setAttribute("aria-selected", String(place === number)));
  const input = find("search");
  if (number >= 0) input.setAttribute("aria-activedescendant", `suggestion-${number}`);
  else input.removeAttribute("aria-activedescendant");
}

function closeSuggestions() {
  find("suggestions").hidden = true;
  find("search").setAttribute("aria-expanded", "false");
}

function choose(event, node) {
  event.preventDefault();
  closeSuggestions();
  find("search").value = nameOf(node);
  select(node, { move: true });
}

function searchKey(event) {
  if (event.isComposing) return; // Enter ends the input of Chinese first
  if (event.key === "ArrowDown" && suggested.length) mark((marked + 1) % suggested.length);
  else if (event.key === "ArrowUp" && suggested.length) mark((marked - 1 + suggested.length) % suggested.length);
  else if (event.key === "Enter" && marked >= 0) return choose(event, suggested[marked]);
  else if (event.key === "Escape") closeSuggestions();
  else return;
  event.preventDefault();
}

function openSearch() {
  const input = find("search");
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value && input.select());
  input.addEventListener("keydown", searchKey);
  input.addEventListener("blur", closeSuggestions);
}
