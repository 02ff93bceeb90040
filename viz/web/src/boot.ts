// Unpacks the page's scripts and runs them in their order. The policy names the hash of each, so that nothing else runs
// this way; packed they take a third of the room.

import { bytes } from "./page/blocks";

async function run(name: string): Promise<void> {
  const script = document.createElement("script");
  script.textContent = new TextDecoder().decode(await bytes(name));
  // Beside head and body: the page copies these two as they were read.
  document.documentElement.append(script);
  script.remove();
}

async function start(): Promise<void> {
  for (let at = 0; document.getElementById(`block-script-${at}`); at += 1) await run(`script-${at}`);
}

void start();
