// What the parts of one network on a page share. There may be several networks on a page: nothing here is global.

import type { App } from "../dossier/app";
import type { Change } from "../page/address";
import type { Graph } from "./graph";
import type { Model } from "./model";
import type { Firm, Tie } from "./records";
import type { Surface } from "./surface";

export interface Net {
  readonly app: App;
  readonly graph: Graph;
  readonly model: Model;
  readonly surface: Surface;
  readonly stops: readonly string[];
  /** An id of this network's own. */
  id(name: string): string;
  /** Change the view; keys are those of `Look`. */
  set(change: Change): void;
  /** Show a date at once; the address follows. */
  goTo(date: string): void;
  choose(firm: Firm | null, options?: { move?: boolean }): void;
  chooseTie(tie: Tie | null): void;
  hover(firm: Firm | null, tie: Tie | null): void;
  /** Say something to a screen reader. */
  announce(text: string): void;
}

/** A part of the network's page: made once, brought up to date after every change. */
export interface Piece {
  readonly element: HTMLElement;
  show(): void;
  /** The language has changed. */
  translate?(): void;
}
