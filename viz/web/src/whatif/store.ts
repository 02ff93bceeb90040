// The supposition of the view: its operations, kept in the address, and what they change.

import type { App } from "../dossier/app";
import { readAddress, writeAddress } from "../model/address_form";
import type { Document, Operation } from "../model/document";
import { ScenarioError, type Fault } from "../model/faults";
import { ConvergenceError } from "../model/lockin";
import { Model, type Outcome } from "../model/scenario";
import type { ModelBlock } from "../model/world";
import { Naming } from "./naming";

export class Store {
  readonly naming: Naming;
  paradigm = "";
  operations: readonly Operation[] = [];
  outcome: Outcome | null = null;
  faults: readonly Fault[] = [];
  /** Why there is no outcome, where it is not a fault of the supposition. */
  circle = false;
  /** Whether the faults are those of the link itself: its supposition was not taken at all. */
  badLink = false;
  /** What a file that was opened says of itself; of the operations that it came with. */
  document: Document | null = null;
  took = 0;
  readonly #models = new Map<string, Model>();
  readonly #past: string[] = [];
  readonly #kept = new Map<string, string>();

  constructor(
    readonly app: App,
    readonly block: ModelBlock,
  ) {
    this.naming = new Naming(block);
    this.read();
  }

  get model(): Model {
    let found = this.#models.get(this.paradigm);
    if (!found) {
      found = new Model(this.block, this.paradigm);
      this.#models.set(this.paradigm, found);
    }
    return found;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Take the supposition from the address: its paradigm is its own, wherever the other tabs look. */
  read(): void {
    const text = this.app.address.get("w") ?? "";
    this.paradigm = this.#known(this.app.paradigm);
    [this.operations, this.faults, this.badLink] = [[], [], false];
    if (text) {
      try {
        const { paradigm, operations } = readAddress(text);
        if (!Object.hasOwn(this.block.paradigms, paradigm)) throw new ScenarioError([{ path: ["paradigm"], code: "unknown_paradigm", context: { name: paradigm }, near: [] }]);
        this.paradigm = paradigm;
        this.operations = operations;
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        [this.faults, this.badLink] = [error.faults, true];
      }
    }
    if (this.document && !this.#isDocuments()) this.document = null;
    this.#study();
  }

  /** Change the operations. `step` makes it a step of the browser's history, and of the undo button. */
  set(operations: readonly Operation[], step = true): void {
    const before = this.app.address.get("w") ?? "";
    const after = writeAddress(this.paradigm, operations);
    if (before === after) return;
    if (step) this.#past.push(before);
    this.app.address.set({ w: after }, { push: step });
  }

  undo(): void {
    const before = this.#past.pop();
    if (before !== undefined) this.app.address.set({ w: before }, { push: true });
  }

  /** Another paradigm: the supposition of the one that is left waits until it is chosen again. */
  choose(paradigm: string): void {
    this.#kept.set(this.paradigm, this.app.address.get("w") ?? "");
    this.#past.length = 0;
    this.app.address.set({ p: paradigm, w: this.#kept.get(paradigm) ?? "", "w.o": null }, { push: true });
  }

  /** Take over a document that was checked. Throws a ScenarioError where it names what does not exist. */
  take(document: Document, paradigm: string): void {
    const model = this.#models.get(paradigm) ?? new Model(this.block, paradigm);
    this.#models.set(paradigm, model);
    model.apply(document.operations);
    this.#past.push(this.app.address.get("w") ?? "");
    this.document = document;
    this.app.address.set({ p: paradigm, w: writeAddress(paradigm, document.operations), "w.o": null }, { push: true });
  }

  #isDocuments(): boolean {
    return this.document !== null && writeAddress(this.paradigm, this.document.operations) === writeAddress(this.paradigm, this.operations);
  }

  #known(paradigm: string): string {
    return Object.hasOwn(this.block.paradigms, paradigm) ? paradigm : (Object.keys(this.block.paradigms).at(-1) ?? "");
  }

  #study(): void {
    const begin = performance.now();
    [this.outcome, this.circle] = [null, false];
    try {
      this.outcome = this.model.study(this.operations);
    } catch (error) {
      if (error instanceof ScenarioError) this.faults = error.faults;
      else if (error instanceof ConvergenceError) this.circle = true;
      else throw error;
    }
    this.took = performance.now() - begin;
  }
}
