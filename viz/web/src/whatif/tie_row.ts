// One tie: whether it counts, how much of its slot it fills, and what may be set of it.

import { isNamed, middle, type Tie } from "../model/tie";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { control, type Control } from "./control";
import { numberText } from "./describe";
import { additionOf, removalOf, settingOf, withSetting, withTie, type Setting } from "./edits";
import { tieText } from "./finder";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export interface TieRow {
  element: HTMLElement;
  /** Show what the supposition makes of the tie. */
  sync(): void;
}

/** `other` is the end of the tie that the row names; the shares are those that ties count with, before and after. */
export function tieRow(store: Store, tie: Tie, other: "provider" | "dependent", shares: () => readonly [Map<string, number>, Map<string, number>]): TieRow {
  const text = tieText(store, tie);
  const box = make("button", {
    type: "button", role: "switch", class: "switch", id: `whatif-tie-${tie.id}`, "aria-label": say("switch", { tie: text }), data: { tie: tie.id },
    on: { click: () => store.set(withTie(store.operations, tie, box.getAttribute("aria-checked") !== "true")) },
  }); // prettier-ignore
  const share = make("span", { class: "tie-share", title: say("counts.hint") });
  const why = make("p", { class: "faint", hidden: true }, say("gone"));
  const settings = isNamed(tie) ? adjustable(store, tie, text) : null;
  const element = make(
    "li",
    { class: "tie", data: { tie: tie.id } },
    make(
      "div",
      { class: "tie-line" },
      box,
      make("div", { class: "tie-name" }, store.naming.element(tie[other], "tie-other"), make("span", { class: "faint" }, " · ", store.naming.element(tie.slot))),
      share,
    ),
    why,
    settings?.element,
  );
  const sync = (): void => {
    const now = store.outcome?.applied.ties.find((one) => one.id === tie.id);
    const own = removalOf(store.operations, tie) >= 0;
    const stands = now ? now.provider === tie.provider : !store.outcome && !own;
    const elsewhere = !stands && !own;
    box.setAttribute("aria-checked", String(stands));
    box.disabled = elsewhere || (!isNamed(tie) && additionOf(store.operations, tie) < 0);
    box.textContent = say(stands ? "on" : "off");
    element.classList.toggle("off", !stands);
    why.hidden = !elsewhere || !store.outcome;
    share.textContent = shareText(tie, stands, shares());
    if (settings) settings.sync(stands);
  };
  sync();
  return { element, sync };
}

function shareText(tie: Tie, stands: boolean, [before, after]: readonly [Map<string, number>, Map<string, number>]): string {
  const [one, two] = [before.get(tie.id), stands ? after.get(tie.id) : 0];
  const percent = (value: number | undefined): string => (value === undefined ? "–" : `${(100 * value).toFixed(value < 0.0995 ? 1 : 0)}%`);
  if (one === undefined && two === undefined) return "";
  if (one !== undefined && two !== undefined && Math.abs(one - two) > 5e-4) return `${percent(one)} → ${percent(two)}`;
  return say("counts", { share: percent(two ?? one) });
}

function adjustable(store: Store, tie: Tie, text: string): { element: HTMLElement; sync(stands: boolean): void } {
  let controls: [Setting, Control][] | null = null;
  const body = make("div", { class: "tie-settings" });
  const element = make(
    "details",
    { on: { toggle: () => open() } },
    make("summary", { "aria-label": say("adjust.of", { tie: text }) }, say("adjust")),
    body,
  );
  const sync = (stands: boolean): void => {
    element.hidden = !stands;
    controls?.forEach(([setting, one]) => one.show(settingOf(store.operations, tie, setting)));
  };
  const open = (): void => {
    if (controls || !element.open) return;
    controls = (["share", "revocability", "criticality"] as const).map((setting) => [setting, settingControl(store, tie, setting)]);
    body.append(...controls.map(([, one]) => one.element));
    sync(true);
  };
  return { element, sync };
}

function settingControl(store: Store, tie: Tie, setting: Setting): Control {
  const stated = middle(tie);
  const counted = store.model.scores(store.model.ties, true).projection.slots.find((slot) => slot.dependent === tie.dependent && slot.slot === tie.slot);
  const slotCriticality = counted?.criticality ?? tie.criticality;
  const fill = counted?.fills.find((one) => one.tie === tie.id)?.share ?? 0;
  const coded = { share: stated, revocability: tie.revocability, criticality: slotCriticality }[setting];
  const range = tie.low !== null && tie.high !== null && tie.low !== tie.high ? `${numberText(tie.low)}–${numberText(tie.high)}` : numberText(stated ?? 0);
  const texts = setting === "share" ? { codedText: stated === null ? say("unstated") : say("stated", { share: range }) } : {};
  return control({
    id: `whatif-${setting}-${tie.id}`,
    label: say(setting),
    hint: say(`${setting}.hint`),
    coded,
    start: coded ?? Math.round(fill * 100) / 100,
    ...texts,
    change: (value, last) => {
      const fresh = settingOf(store.operations, tie, setting) === null;
      store.set(withSetting(store.operations, tie, setting, value), last || fresh);
    },
  });
}
