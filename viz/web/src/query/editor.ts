// The editor: CodeMirror in a shadow root, where it styles itself by constructed sheets (the page's policy admits no
// style element that comes later).

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { make } from "../page/dom";
import { lang } from "../page/words";
import { Fault } from "./fault";
import { fillIn } from "../page/words";
import table from "./words.json";

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--panel)", fontSize: "0.8125rem", maxHeight: "min(46vh, 460px)", borderRadius: "8px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace', lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-content, .cm-gutter": { minHeight: "96px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--soft)", color: "var(--faint)", border: "0", borderRadius: "8px 0 0 8px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--good) 28%, transparent)", outline: "1px solid var(--good)" },
  ".cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "8px", boxShadow: "var(--shadow)", zIndex: "30" },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "280px" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "4px 10px", minHeight: "24px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--panel)" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionDetail": { color: "var(--faint)", fontStyle: "normal", marginLeft: "12px" },
  ".cm-completionInfo": { padding: "8px 12px", maxWidth: "320px", fontFamily: "system-ui, sans-serif", lineHeight: "1.45" },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "system-ui, sans-serif" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--panel)", minHeight: "24px", padding: "2px 8px", borderRadius: "6px" },
});

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--good)" },
  { tag: [tags.variableName, tags.standard(tags.variableName)], color: "var(--bad)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--warn)" },
  { tag: [tags.meta, tags.link], color: "var(--warn)" },
]);

export interface Asked {
  place: Element;
  complete: CompletionSource;
  run(): void;
  changed(text: string): void;
}

export class Editor {
  readonly #view: EditorView;
  readonly #words = new Compartment();

  constructor({ place, complete, run, changed }: Asked) {
    const host = make("div", { class: "query-editor" });
    place.append(host);
    const root = host.attachShadow({ mode: "open" });
    const state = EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        lintGutter(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colors),
        autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60, defaultKeymap: true }),
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, { key: "Tab", run: acceptCompletion }])),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
        this.#words.of(named()),
        look,
      ],
    });
    this.#view = new EditorView({ state, parent: root, root });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  set text(text: string) {
    if (text === this.text) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  translate(): void {
    this.#view.dispatch({ effects: this.#words.reconfigure(named()) });
  }

  focus(): void {
    this.#view.focus();
  }

  /** Put the cursor at an offset and show it. */
  go(offset: number): void {
    const at = Math.min(offset, this.#view.state.doc.length);
    this.#view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    this.focus();
  }

  change(from: number, to: number, insert: string): void {
    this.#view.dispatch({ changes: { from, to, insert } });
  }

  /** Mark what is wrong where it stands. */
  mark(faults: readonly { fault: Fault; severe: boolean }[]): void {
    const end = this.#view.state.doc.length;
    const diagnostics = faults.flatMap(({ fault, severe }): Diagnostic[] => {
      if (fault.from === null) return [];
      const from = Math.min(fault.from, end);
      const to = Math.min(Math.max(fault.to ?? from, from), end);
      const actions = fault.mends.map((mend) => ({
        name: fillIn(table[mend.label][lang()], mend.values),
        apply: (view: EditorView) => view.dispatch({ changes: { from: mend.from, to: mend.to, insert: mend.text } }),
      }));
      return [{ from, to, severity: severe ? "error" : "warning", message: fault.say(lang()), actions }];
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }
}

function named() {
  return EditorView.contentAttributes.of({ tabindex: "0", "aria-label": table["editor.label"][lang()], "aria-describedby": "query-keys" });
}
