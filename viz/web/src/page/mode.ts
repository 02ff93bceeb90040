// Light or dark: what the reader chose, else what the system says.

export type Mode = "light" | "dark";

const system = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

export function mode(): Mode {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return system().matches ? "dark" : "light";
}

export function chooseMode(chosen: Mode | null): void {
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

export function onSystemMode(listener: () => void): void {
  system().addEventListener("change", listener);
}

/** Value of a CSS variable of the page as it looks now. */
export function cssColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
