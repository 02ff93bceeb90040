// The query engine as the page sees it: opened when first asked, stopped with its thread, opened again after that.

import { bytes } from "../page/blocks";
import type { Named, Order, Report, Step } from "./protocol";

export interface Reply {
  text: string;
  milliseconds: number;
}

export interface Question {
  query: string;
  graph: boolean;
  from: boolean;
}

/** What the engine says of a query that it cannot run. */
export class EngineError extends Error {}

/** The query was stopped by its reader. */
export class Stopped extends Error {}

interface Pending {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

export class Engine {
  readonly #told: (step: Step) => void;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #opened: Promise<Named> | null = null;
  #fail: (error: Error) => void = () => undefined;
  #turn = 0;
  triples = 0;
  milliseconds = 0;

  constructor(told: (step: Step) => void) {
    this.#told = told;
  }

  /** Names of all things; the promise is kept once the engine can be asked. */
  open(): Promise<Named> {
    this.#opened ??= this.#start();
    return this.#opened;
  }

  async ask(question: Question): Promise<Reply> {
    await this.open();
    this.#turn += 1;
    const id = this.#turn;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#order({ kind: "ask", id, ...question });
    });
  }

  /** End the thread and what it was asked; the next question opens another. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#opened = null;
    this.#abandon(new Stopped("stopped"));
  }

  async #start(): Promise<Named> {
    const start = performance.now();
    const failed = new Promise<never>((_, reject) => (this.#fail = reject));
    failed.catch(() => undefined); // it is waited for below, or by nobody
    this.#told("unpack");
    const [code, engine, triples] = await Promise.race([Promise.all([bytes("query-worker"), bytes("oxigraph"), bytes("triples")]), failed]);
    this.#told("compile");
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.#worker = worker;
    const ready = new Promise<Named>((resolve) => {
      worker.addEventListener("message", (event: MessageEvent<Report>) => this.#hear(event.data, resolve));
    });
    worker.addEventListener("error", (event) => this.#abandon(new EngineError(event.message || "the engine's thread could not be started")));
    this.#order({ kind: "open", engine: engine.buffer, triples: triples.buffer }, [engine.buffer, triples.buffer]);
    const names = await Promise.race([ready, failed]).finally(() => URL.revokeObjectURL(address));
    this.milliseconds = performance.now() - start;
    return names;
  }

  #order(order: Order, moved: Transferable[] = []): void {
    this.#worker?.postMessage(order, moved);
  }

  #hear(report: Report, ready: (names: Named) => void): void {
    if (report.kind === "step") return this.#told(report.step);
    if (report.kind === "broken") return this.#abandon(new EngineError(report.message));
    if (report.kind === "opened") {
      this.triples = report.triples;
      return ready(report.names);
    }
    const waiting = this.#pending.get(report.id);
    this.#pending.delete(report.id);
    if (report.kind === "answer") waiting?.resolve(report);
    else waiting?.reject(new EngineError(report.message));
  }

  #abandon(error: Error): void {
    this.#fail(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
