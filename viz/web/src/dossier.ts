// The dossier: tabs over one file. Each tab stands in a folder of its own.

import { App } from "./dossier/app";
import { openFinder } from "./dossier/finder";
import { openGlossary } from "./dossier/glossary";
import { Shell } from "./dossier/shell";
import { TABS } from "./dossier/tabs";

const app = new App();
openGlossary(app.frame.glossary);
const shell = new Shell(app, TABS);
void shell.start();
openFinder(app);
