// Search by English, Chinese, alias, ticker or pinyin.

import { Combobox, type Suggestion } from "../page/combobox";
import { make } from "../page/dom";
import { matches, needles, type Findable } from "../page/needles";
import { nameIn } from "../page/words";
import type { Firm, Graph } from "./graph";
import type { Net } from "./net";
import { otherNameOf, say, type Key } from "./texts";

const SUGGESTIONS = 8;

interface Found extends Findable {
  firm: Firm;
}

const known = new WeakMap<Graph, Found[]>();

/** All firms of the graph with what they are called; a ticker with and without its exchange. */
export function findable(graph: Graph): Found[] {
  let found = known.get(graph);
  if (!found) {
    found = graph.firms.map((firm) => {
      const tickers = firm.tickers.flatMap((code) => [code, code.slice(code.indexOf(":") + 1)]);
      const called = [...firm.name, ...firm.aliases, firm.id.replace(/_/g, " "), ...tickers, ...firm.keys];
      return { firm, needles: needles(called), weight: firm.in.length + firm.out.length };
    });
    known.set(graph, found);
  }
  return found;
}

/** Firms called like the text, the best match first, and among equals the one with most power now. */
export function search(graph: Graph, text: string, power: (firm: Firm) => number): Firm[] {
  const weighed = findable(graph).map((one) => ({ ...one, weight: power(one.firm) + one.weight * 1e-4 }));
  return matches(weighed, text).map(({ firm }) => firm);
}

export interface FirmField {
  id: string;
  label: Key;
  hint: Key;
  choose(firm: Firm): void;
}

interface Option extends Suggestion {
  firm: Firm;
}

/** A field in which a firm is looked for. */
export function firmField(net: Net, { id, label, hint, choose }: FirmField): Combobox<Option> {
  return new Combobox<Option>({
    id: net.id(id),
    label: () => say(label),
    placeholder: () => say(hint),
    suggest: (text) => {
      const found = search(net.graph, text, (firm) => net.model.power(firm).power);
      return { items: found.slice(0, SUGGESTIONS).map((firm) => option(net, firm)), total: found.length };
    },
    choose: ({ firm }) => choose(firm),
    none: (text) => say("search.none", { text }),
    more: (shown, n) => say("search.more", { shown, n }),
  });
}

function option(net: Net, firm: Firm): Option {
  const hint = [otherNameOf(firm), firm.tickers[0] ?? ""].filter(Boolean).join(" · ") || firm.country;
  const mark = make("span", { class: "mark shape dot", style: { color: net.model.shade.firm(firm) } });
  return { id: firm.id, firm, ...nameIn(firm.name, firm.id), hint, mark };
}
