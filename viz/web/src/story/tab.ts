// What the dossier opens on: the question, three answers, and the ranking beside the network.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { openNetwork, type NetworkView } from "../network/component";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import { loadRanking, type Ranking } from "../ranking/data";
import { answerCard } from "./answers";
import type { Story } from "./data";
import { leaders } from "./leaders";
import { thesis } from "./thesis";
import table from "./words.json";

const say = speaker(table);
/** Firms of the small network at most: as many as can carry a name. */
const DRAWN = 60;

class StoryView implements View {
  readonly #app: App;
  readonly #story: Story;
  readonly #rankings: Record<string, Ranking>;
  readonly #top = make("div", { class: "story-top" });
  readonly #answers = make("section", { class: "answers" });
  readonly #network = make("section", { class: "story-network" });
  readonly #leaders = make("section", { class: "leaders" });
  #net: NetworkView | null = null;

  constructor(place: HTMLElement, app: App, story: Story, rankings: Record<string, Ranking>) {
    this.#app = app;
    this.#story = story;
    this.#rankings = rankings;
    fill(place, make("div", { class: "story" }, this.#top, this.#answers, make("div", { class: "story-pair" }, this.#network, this.#leaders)));
    this.#draw();
    void this.#drawNetwork();
  }

  update(changed: ReadonlySet<string>): void {
    this.#net?.update(changed);
    if (changed.has("lang")) return this.#draw();
    // Links carry the whole view with them.
    this.#drawAnswers();
    this.#drawLeaders();
  }

  #draw(): void {
    fill(this.#top, thesis(this.#app, this.#story));
    this.#drawAnswers();
    this.#drawLeaders();
  }

  #drawAnswers(): void {
    this.#answers.setAttribute("aria-label", say("answers"));
    fill(this.#answers, this.#story.answers.map((answer) => answerCard(this.#app, answer, this.#story.thesis.essay)));
  }

  /** The text is there first: the network is the larger part of the file. */
  async #drawNetwork(): Promise<void> {
    if (!this.#app.hasBlock("network")) {
      this.#network.hidden = true;
      return;
    }
    this.#net = await openNetwork(this.#network, this.#app, { compact: true, limit: DRAWN });
  }

  #drawLeaders(): void {
    fill(this.#leaders, make("h3", {}, say("first")), leaders(this.#app, this.#rankings));
  }
}

export const story: Tab = {
  id: "story",
  needs: ["story", "ranking"],
  async open(place, app) {
    const [told, rankings] = await Promise.all([app.block<Story>("story"), loadRanking(app)]);
    return new StoryView(place, app, told, rankings);
  },
};
