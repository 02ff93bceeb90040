// Findings as blocks; viz/blocks.py and viz/dossier/findings.py say the same to Python.

import type { Figure } from "../charts/figures";

export interface Heading {
  is: "heading";
  text: string;
  level: number;
}

export interface Paragraph {
  is: "paragraph";
  text: string;
  role: "plain" | "verdict" | "note";
}

export interface Column {
  name: string;
  as: "text" | "number" | "wide";
}

export interface Table {
  is: "table";
  title: string;
  columns: Column[];
  rows: string[][];
  notes: string[];
}

export type Drawn = Figure & { is: "figure"; title: string; table: Table; notes: string[] };

export type Block = Heading | Paragraph | Table | Drawn;
