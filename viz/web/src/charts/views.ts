// The view of a figure by its kind.

import { curve } from "./curve";
import type { Figure } from "./figures";
import { intervals } from "./intervals";
import { lines } from "./lines";
import { scatter } from "./scatter";
import type { Setting, View } from "./view";
import { waterfall } from "./waterfall";

export function viewOf(figure: Figure, setting: Setting): View {
  switch (figure.kind) {
    case "intervals":
      return intervals(figure.data, setting);
    case "waterfall":
      return waterfall(figure.data, setting);
    case "lines":
      return lines(figure.data, setting);
    case "scatter":
      return scatter(figure.data, setting);
    case "curve":
      return curve(figure.data, setting);
  }
}
