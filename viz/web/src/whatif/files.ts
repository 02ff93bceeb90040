// A supposition as a file: written for `definer scenario`, and read again.

import { lastDay } from "../page/dates";
import type { Document } from "../model/document";
import { fault, faultText, ScenarioError, type Fault } from "../model/faults";
import { findId } from "../model/site";
import { readScenario } from "../model/yaml_read";
import { writeYaml } from "../model/yaml_write";
import { save } from "../page/download";
import { fill, make } from "../page/dom";
import { fillIn, nameIn, speaker, type Lang } from "../page/words";
import { describe } from "./describe";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);
export const FILE = "supposition.yaml";
export const COMMAND = `definer scenario ${FILE}`;

/** The document of the supposition: with the title that the reader gave, else one made of its first change. */
export function documentOf(store: Store): Document {
  const { paradigm, operations, block } = store;
  const opened = store.document;
  const own = clean(store.app.address.get("w.t") ?? "");
  const title = (spoken: Lang): string => {
    const what = operations[0] ? describe(operations[0], paradigm, store.naming, spoken) : "";
    return fillIn(table[operations.length > 1 ? "auto.more" : "auto.one"][spoken], { what, n: operations.length - 1 });
  };
  const made = { en: clean(title("en")) || paradigm, zh: clean(title("zh")) || paradigm };
  return {
    title: own ? { en: own, zh: own } : (opened?.title ?? made),
    paradigm,
    as_of: block.asOf,
    status: opened?.status ?? { verified: false },
    note: opened?.note ?? { en: table["note"].en, zh: table["note"].zh },
    operations: [...operations],
  };
}

/** A line that any reader of the file takes: no control characters, no blank ends, not too long. */
function clean(text: string): string {
  return [...text.replace(/[\p{C}\p{Z}]+/gu, " ").trim()].slice(0, 300).join("").trim();
}

export function yamlOf(store: Store): string {
  const { block } = store;
  return writeYaml(documentOf(store), [`claims ${block.claims}, ties as of ${block.asOf}; ${block.spec.id}`, `definer scenario FILE gives ranks and intervals`]);
}

export function download(store: Store, said: Element): void {
  save(FILE, yamlOf(store), "application/yaml");
  fill(said, say("save.file", { file: FILE, command: COMMAND }));
}

/** Take over a file's text; what is wrong with it is said, and nothing changes. */
export function take(store: Store, text: string, file: string, said: Element): boolean {
  try {
    const document = readScenario(text);
    const { id, near } = findId(document.paradigm, store.model.world.paradigms);
    if (id === null || !Object.hasOwn(store.block.paradigms, id)) throw new ScenarioError([fault(["paradigm"], "unknown_paradigm", { name: document.paradigm }, near)]);
    if (document.as_of !== undefined && lastDay(document.as_of) !== store.block.day) {
      const values = { file, date: document.as_of, day: store.block.day, command: `definer scenario ${file}` };
      fill(said, make("p", { class: "fault", role: "alert" }, say("fault.date", values)));
      return false;
    }
    store.take(document, id);
    fill(said);
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    refuse(store, error.faults, file, said);
    return false;
  }
}

function refuse(store: Store, faults: readonly Fault[], file: string, said: Element): void {
  const items = faults.map((one) => make("li", {}, faultText(one, store.block.faults)));
  fill(said, make("div", { class: "fault", role: "alert" }, make("p", {}, say("faults.file", { file })), make("ul", {}, items)));
}

/** The shipped suppositions by title, and a field for a file of the reader's own. */
export function fileTools(store: Store, said: Element): HTMLElement[] {
  const titles = store.block.examples.map(({ name, yaml }) => ({ name, yaml, title: readScenario(yaml).title }));
  const examples = make(
    "select",
    {
      id: "whatif-examples", "aria-label": say("examples"),
      on: {
        change: () => {
          const chosen = titles[examples.selectedIndex - 1];
          examples.selectedIndex = 0;
          if (chosen) take(store, chosen.yaml, `${chosen.name}.yaml`, said);
        },
      },
    },
    make("option", { value: "" }, say("examples")),
    titles.map(({ name, title }) => make("option", { value: name }, nameIn([title.en, title.zh], name).text)),
  ); // prettier-ignore
  const file = make("input", {
    type: "file", id: "whatif-file", accept: ".yaml,.yml", class: "hidden-text", tabIndex: -1, "aria-hidden": "true",
    on: {
      change: () => {
        const chosen = file.files?.[0];
        file.value = "";
        if (chosen) void chosen.slice(0, 256 * 1024 + 1).text().then((text) => take(store, text, chosen.name, said));
      },
    },
  }); // prettier-ignore
  const open = make("button", { type: "button", id: "whatif-open", on: { click: () => file.click() } }, say("open"));
  return [...(titles.length ? [examples] : []), open, file];
}
