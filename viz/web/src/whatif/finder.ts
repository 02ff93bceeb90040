// The search of the tab: firms, cohorts and single ties of the paradigm, in either language and in pinyin.

import { loadGraph } from "../network/graph";
import { isNamed, type Tie } from "../model/tie";
import { Combobox, type Suggestion, type Suggestions } from "../page/combobox";
import { needles, plain, closeness, matches, type Findable } from "../page/needles";
import { speaker } from "../page/words";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);
const LISTED = 30;

export interface Found extends Suggestion {
  firm: string;
  tie?: string;
}

interface Known extends Findable {
  id: string;
}

/** The field; `choose` is told the firm, and the tie where one was chosen. */
export function finder(store: Store, choose: (found: Found) => void): Combobox<Found> {
  const keys = new Map<string, readonly string[]>();
  let pinyin: Promise<void> | null = null;
  const learn = async (): Promise<void> => {
    if (!store.app.hasBlock("network")) return;
    for (const firm of (await loadGraph(store.app)).firms) keys.set(firm.id, [...firm.keys, ...firm.tickers]);
  };
  return new Combobox<Found>({
    id: "whatif-find",
    label: () => say("find"),
    placeholder: () => say("find.hint"),
    none: (text) => say("find.none", { text }),
    more: (shown, total) => say("find.more", { shown, total }),
    suggest: async (text) => {
      await (pinyin ??= learn());
      return suggest(store, text, keys);
    },
    choose,
  });
}

function suggest(store: Store, text: string, keys: ReadonlyMap<string, readonly string[]>): Suggestions<Found> {
  const { naming, model } = store;
  const ties = store.outcome?.applied.ties ?? model.ties;
  const weights = new Map<string, number>();
  for (const tie of ties) for (const id of isNamed(tie) ? [tie.dependent, tie.provider] : [tie.dependent]) weights.set(id, (weights.get(id) ?? 0) + 1);
  const known = [...weights].map(([id, weight]): Known => {
    const aliases = model.world.firms.get(id)?.aliases ?? [];
    return { id, weight, needles: needles([id, ...naming.both(id), ...aliases, ...(keys.get(id) ?? [])]) };
  });
  const firms = matches(known, text).map(
    ({ id }): Found => ({ id, firm: id, text: naming.text(id), hint: `${say("find.firm")} · ${weights.get(id) ?? 0}` }),
  );
  const found = new Map(known.map((one) => [one.id, one.needles]));
  const slots = new Map([...model.world.slots.values()].map((slot) => [slot.id, needles([slot.id, slot.en, slot.zh])]));
  const words = plain(text).split(/[\s→>,，、;；-]+/).filter(Boolean);
  const rest = ties.filter((tie) => tieMatches(tie, words, found, slots, firms.length > 0 && words.length === 1)).map(
    (tie): Found => ({ id: tie.id, firm: tie.dependent, tie: tie.id, text: tieText(store, tie), hint: say("find.tie") }),
  );
  const all = [...firms, ...rest];
  return { items: all.slice(0, LISTED), total: all.length };
}

/** Whether every word is part of a name of the dependent, the provider or the slot; one word alone of the slot. */
function tieMatches(
  tie: Tie,
  words: readonly string[],
  firms: ReadonlyMap<string, readonly string[]>,
  slots: ReadonlyMap<string, readonly string[]>,
  slotAlone: boolean,
): boolean {
  const slot = slots.get(tie.slot) ?? [];
  const names = slotAlone ? slot : [...slot, ...(firms.get(tie.dependent) ?? []), ...(firms.get(tie.provider) ?? [tie.provider.toLowerCase()])];
  return words.length > 0 && words.every((word) => closeness(names, word) < Infinity);
}

export function tieText({ naming }: Store, tie: Tie): string {
  return `${naming.text(tie.dependent)} → ${naming.text(tie.provider)}, ${naming.text(tie.slot)}`;
}
