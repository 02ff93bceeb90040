// What a mark says when it is pointed at: text, never markup.

export class Tip {
  readonly #box = document.createElement("div");

  constructor() {
    this.#box.className = "tip";
    this.#box.hidden = true;
    this.#box.setAttribute("aria-hidden", "true"); // the table beneath the chart says the same
    document.body.append(this.#box);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.hide();
    });
    document.addEventListener("scroll", () => this.hide(), { passive: true });
  }

  show(text: string, x: number, y: number): void {
    this.#box.textContent = text;
    this.#box.hidden = false;
    const { width, height } = this.#box.getBoundingClientRect();
    this.#box.style.left = `${Math.max(4, Math.min(x + 12, innerWidth - width - 4))}px`;
    this.#box.style.top = `${y + 16 + height > innerHeight ? y - height - 8 : y + 16}px`;
  }

  hide(): void {
    this.#box.hidden = true;
  }
}
