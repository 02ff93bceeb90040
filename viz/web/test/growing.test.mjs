import { describe, expect, it } from "vitest";
import { growing } from "../growing.mjs";

describe("sheets", () => {
  it("grow with the type, but for hairlines and what is scaled as a whole", () => {
    expect(growing("a { font: 14px/1.45 x; margin: -8px 0 0.5px; border: 1px solid; width: calc(100% - 18px); }")).toBe(
      "a { font: 0.875rem/1.45 x; margin: -0.5rem 0 0.5px; border: 1px solid; width: calc(100% - 1.125rem); }",
    );
    expect(growing("text { font-size: 12PX; }")).toBe("text { font-size: 12PX; }");
    expect(growing(".a2px { color: #12px; }")).toBe(".a2px { color: #12px; }");
  });
  it("turn where the reader's own type turns them", () => {
    expect(growing("@media (max-width: 760px) { a { top: 4px; } }")).toBe("@media (max-width: 47.5em) { a { top: 0.25rem; } }");
    expect(growing("@container (max-width: 440px) { a { top: 0; } }")).toBe("@container (max-width: 27.5rem) { a { top: 0; } }");
  });
});
