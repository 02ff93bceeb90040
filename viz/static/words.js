// Words in the reader's language.

function say(key, values = {}) {
  const text = page.messages[key]?.[state.lang] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

function nameOf(node) {
  return state.lang === "zh" ? node.zh : node.en;
}

function otherNameOf(node) {
  return state.lang === "zh" ? node.en : node.zh;
}

// The name without what it explains in brackets at its end; the whole name stands in the hover text.
function paradigmName(id) {
  return paradigmFullName(id).replace(/\s*[(\uff08][^()\uff08\uff09]*[)\uff09]$/, "");
}

function paradigmFullName(id) {
  const paradigm = paradigmById.get(id);
  return paradigm ? paradigm[state.lang] : id;
}

function slotName(id) {
  const slot = page.slots[id];
  return slot ? slot[state.lang === "zh" ? 1 : 0] : id || say("slot.none");
}

function slotDefinition(id) {
  const slot = page.slots[id];
  return slot ? slot[state.lang === "zh" ? 3 : 2] : "";
}

// A word of a closed list, as the vocabulary names it.
function wordOf(list, word) {
  const names = page.words[list]?.[word];
  return names ? names[state.lang === "zh" ? 1 : 0] : String(word ?? "").replace(/_/g, " ");
}

function nameOfHolding(row) {
  return (state.lang === "zh" ? row.name_zh : row.name_en) || row.name_en || row.holding;
}

function percent(low, high) {
  const show = (text) => `${+(Number(text) * 100).toFixed(1)}`;
  if (!low && !high) return "";
  if (!high || low === high) return `${show(low)} %`;
  return low ? `${show(low)}–${show(high)} %` : `≤ ${show(high)} %`;
}

function amountText(row) {
  if (!row.low && !row.high) return "";
  const value = row.low && row.high && row.low !== row.high ? `${row.low}–${row.high}` : row.low || row.high;
  return say("amount.bn", { value, yi: inYi(row), currency: row.currency || "" });
}

// Chinese counts large amounts in 亿, of which ten make a billion.
function inYi(row) {
  const show = (text) => String(+(Number(text) * 10).toFixed(4));
  return row.low && row.high && row.low !== row.high ? `${show(row.low)}–${show(row.high)}` : show(row.low || row.high);
}

function powerText(power) {
  if (power < 0.0005) return "< 0.001";
  return power.toFixed(3);
}

// All texts of the frame that stand in the template.
function translateFrame() {
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  document.title = say("title");
  for (const item of document.querySelectorAll("[data-say]")) item.textContent = say(item.dataset.say);
  for (const item of document.querySelectorAll("[data-label]")) item.setAttribute("aria-label", say(item.dataset.label));
  for (const item of document.querySelectorAll("[data-title]")) item.title = say(item.dataset.title);
  for (const item of document.querySelectorAll("[data-hint]")) item.placeholder = say(item.dataset.hint);
}
