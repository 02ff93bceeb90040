// Language, light and dark as the address has them, or as the file and the system do.

import { chooseMode } from "../page/mode";
import { speak } from "../page/words";
import type { App } from "./app";

export function readLook({ address, frame }: App): void {
  const language = address.get("lang");
  speak(language === "en" || language === "zh" ? language : frame.lang);
  const theme = address.get("theme");
  chooseMode(theme === "light" || theme === "dark" ? theme : null);
}
