// Runs the page's scripts, which stand in it packed: a third of their length. The policy admits them by the hashes of
// their texts, and nothing else that anybody might put in.

import { decoded, unzipped } from "./page/packed";

const OLD = "This browser is too old for this file: it lacks DecompressionStream (since 2023 in all browsers). 浏览器版本过旧，无法打开本文件。";

async function run(): Promise<void> {
  if (typeof DecompressionStream === "undefined") {
    document.querySelector("main")?.append(OLD);
    return;
  }
  const texts = await Promise.all([...document.querySelectorAll("script[data-run]")].map((element) => unzipped(new Blob([decoded(element)])).text()));
  for (const text of texts) {
    const script = document.createElement("script");
    script.textContent = text;
    // Beside head and body: a copy of the page is made of what stands in those two.
    document.documentElement.append(script);
    script.remove();
  }
}

void run();
