// Bundles the pages' scripts and gathers the licences of what is bundled. Same sources and lock, same bytes.

import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { growingSheets } from "./growing.mjs";

const home = dirname(fileURLToPath(import.meta.url));
const LICENCE_FILES = ["LICENSE", "LICENSE.txt", "NOTICE", "licenses/LICENSE-d3"];

const { metafile } = await build({
  absWorkingDir: home,
  entryPoints: {
    report: "src/report.ts",
    network: "src/network.ts",
    "network-style": "src/styles/network_page.css",
    loader: "src/loader.ts",
    dossier: "src/dossier.ts",
    "dossier-style": "src/styles/dossier.css",
    "query-worker": "src/query-worker.ts",
  },
  outdir: "dist",
  plugins: [growingSheets],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "ascii",
  define: { "import.meta.url": '""' }, // the engine is given its WebAssembly; it never looks for it beside its script
  legalComments: "none", // they stand in LICENSES.txt, whole
  metafile: true,
  logLevel: "warning",
});

function bundledPackages() {
  const found = new Set();
  for (const path of Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs))) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (name) found.add(name);
  }
  return [...found].sort();
}

async function licence(name) {
  const folder = join(home, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const texts = [];
  for (const file of LICENCE_FILES) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    if (text) texts.push(`--- ${file} ---\n\n${text.replaceAll("\r\n", "\n").trim()}\n`);
  }
  // Oxigraph's package has no licence file; its readme says which licences it is under, and Apache's text stands in ours.
  if (!texts.length && license === "MIT OR Apache-2.0") texts.push(...(await licenceOfReadme(folder)));
  if (!texts.length) throw new Error(`${name} is bundled but ships no licence text`);
  return `${"=".repeat(78)}\n${name} ${version} (${license})\n${"=".repeat(78)}\n\n${texts.join("\n")}`;
}

async function licenceOfReadme(folder) {
  const readme = (await readFile(join(folder, "README.md"), "utf8")).replaceAll("\r\n", "\n");
  const said = /^## License\n[^]*?(?=^## |\s*$(?![^]))/m.exec(readme)?.[0].trim();
  const ours = await readFile(join(home, "..", "..", "LICENSE"), "utf8");
  const apache = ours.slice(0, ours.indexOf("END OF TERMS AND CONDITIONS"));
  if (!said || !apache.includes("Apache License")) return [];
  return [`--- README.md ---\n\n${said}\n`, `--- Apache License ---\n\n${apache.replaceAll("\r\n", "\n").trim()}\n`];
}

const packages = bundledPackages();
const licences = await Promise.all(packages.map(licence));
await mkdir(join(home, "dist"), { recursive: true });
await copyFile(join(home, "node_modules", "oxigraph", "web_bg.wasm"), join(home, "dist", "oxigraph.wasm"));
await writeFile(
  join(home, "dist", "LICENSES.txt"),
  `What the scripts in this folder are bundled from, besides Definer's own sources.\n\n${licences.join("\n")}`,
);
