// The report page comes to life: charts are drawn, wide tables can be reached, print shows all.

import { Chart } from "./charts/chart";
import type { Payload } from "./charts/figures";
import { DARK, LIGHT } from "./charts/theme";
import { Tip } from "./charts/tip";

const PRINT_WIDTH = 680;
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const payload = JSON.parse(document.getElementById("figures")?.textContent ?? "null") as Payload;
const tip = new Tip();
const places = [...document.querySelectorAll<HTMLElement>("[data-figure]")];
const charts = places.map((place) => {
  const figure = payload.figures[Number(place.dataset.figure)];
  if (!figure) throw new Error(`no figure ${place.dataset.figure}`);
  return { place, chart: new Chart(place, figure, payload.words, tip), width: 0 };
});

function isDark(): boolean {
  return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
}

function drawAll(again: boolean): void {
  for (const entry of charts) {
    const width = Math.floor(entry.place.parentElement?.clientWidth ?? 0);
    if (!width || (!again && width === entry.width)) continue;
    entry.width = width;
    entry.chart.draw(isDark() ? DARK : LIGHT, width);
  }
}

/** Only what scrolls needs to be reached with the keyboard. */
function markScrolling(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".wide")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

const folded = new Set<HTMLDetailsElement>();

function beforePrint(): void {
  for (const { chart } of charts) chart.draw(LIGHT, PRINT_WIDTH);
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
    folded.add(details);
    details.open = true;
  }
}

function afterPrint(): void {
  for (const details of folded) details.open = false;
  folded.clear();
  drawAll(true);
}

document.getElementById("theme")?.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  drawAll(true);
});
dark.addEventListener("change", () => drawAll(true));
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
let waiting = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    drawAll(false);
    markScrolling();
  });
});
document.addEventListener("toggle", markScrolling, { capture: true });
drawAll(true);
markScrolling();
root.dataset.ready = "true";
