// A chart in its place on the page: drawn for its width and theme, and again when these change.

import { CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import type { EChartsType } from "echarts/core";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import type { Figure, Words } from "./figures";
import type { Theme } from "./theme";
import type { Tip } from "./tip";
import type { View } from "./view";
import { viewOf } from "./views";

use([CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

export class Chart {
  readonly #place: HTMLElement;
  readonly #figure: Figure;
  readonly #words: Words;
  readonly #tip: Tip;
  #drawn: EChartsType | null = null;
  #view: View | null = null;

  constructor(place: HTMLElement, figure: Figure, words: Words, tip: Tip) {
    this.#place = place;
    this.#figure = figure;
    this.#words = words;
    this.#tip = tip;
  }

  draw(theme: Theme, width: number): void {
    this.#drawn?.dispose();
    this.#view = viewOf(this.#figure, { width, theme, words: this.#words });
    const { height, option } = this.#view;
    this.#place.style.height = `${height}px`;
    const chart = init(this.#place, null, { renderer: "svg", width, height });
    chart.setOption(option);
    this.#drawn = chart;
    this.#scale(width, height);
    this.#point(chart);
  }

  /** Print may be narrower than the screen: with a box of its own the picture shrinks whole. */
  #scale(width: number, height: number): void {
    const picture = this.#place.querySelector("svg");
    picture?.setAttribute("viewBox", `0 0 ${width} ${height}`);
    picture?.setAttribute("aria-hidden", "true"); // its place has the role and the name
  }

  #point(chart: EChartsType): void {
    const tell = (event: unknown): void => {
      const { seriesId, dataIndex, event: pointer } = event as {
        seriesId?: string;
        dataIndex?: number;
        event?: { event?: MouseEvent };
      };
      const text = seriesId !== undefined && dataIndex !== undefined ? this.#view?.tip(seriesId, dataIndex) : "";
      if (text && pointer?.event) this.#tip.show(text, pointer.event.clientX, pointer.event.clientY);
    };
    chart.on("mouseover", tell);
    chart.on("mousemove", tell); // a page that scrolls takes the text away; the next movement brings it back
    chart.on("mouseout", () => this.#tip.hide());
  }
}
