// The dossier: tabs over one file. Each tab stands in a folder of its own.

import { App } from "./dossier/app";
import { Shell } from "./dossier/shell";
import { TABS } from "./dossier/tabs";

const shell = new Shell(new App(), TABS);
void shell.start();
