// The registered estimate in a few lines: effect, interval, test, sample, what one firm can do, specification.

import { signed } from "../page/numbers";
import type { App } from "../dossier/app";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Premium } from "./data";
import { interval, times } from "./numbers";
import { pText } from "./scatter";
import table from "./words.json";

const say = speaker(table);

export function facts(app: App, data: Premium): HTMLElement[] {
  const { registered, spec } = data;
  const name = (firm: string) => app.name("org", firm);
  const rows: [string, string][] = [];
  if (registered && registered.slope !== null && registered.interval) {
    const effect = { slope: signed(registered.slope, 3), interval: interval(registered.interval), times: times(registered.slope) };
    rows.push([say("fact.effect"), say("fact.effect.value", effect)], [say("fact.p"), pText(registered)]);
    if (registered.without) {
      const [[lowest, low], [highest, high]] = registered.without;
      rows.push([say("fact.without"), say("fact.without.value", { low: signed(low, 3), lowest: name(lowest), high: signed(high, 3), highest: name(highest) })]);
    }
  }
  rows.push([say("fact.n"), say("fact.n.value", { n: data.sample.n, date: data.asOf })], [say("fact.spec"), say("fact.spec.value", { id: spec.id, hash: spec.sha256 })], [say("fact.repeat"), `definer link --as-of ${data.asOf}`]);
  return [make("dl", { class: "premium-facts" }, rows.map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value))))];
}
