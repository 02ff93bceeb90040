// What the page and the engine's thread say to each other.

/** Names of things by IRI: English, Chinese, any; and other names they go by. */
export interface Named {
  names: Record<string, [en: string, zh: string, any: string]>;
  aliases: Record<string, string[]>;
}

export type Order =
  | { kind: "open"; engine: ArrayBuffer; triples: ArrayBuffer }
  | {
      kind: "ask";
      id: number;
      query: string;
      /** Whether it is answered with triples (CONSTRUCT, DESCRIBE). */
      graph: boolean;
      /** Whether it says itself which graphs it sees. */
      from: boolean;
    };

export type Step = "unpack" | "compile" | "load" | "names";

export type Report =
  | { kind: "step"; step: Step }
  | { kind: "opened"; triples: number; names: Named; milliseconds: number }
  | { kind: "answer"; id: number; text: string; milliseconds: number }
  | { kind: "fault"; id: number; message: string }
  | { kind: "broken"; message: string };
