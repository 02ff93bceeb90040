// The tabs that this bundle knows; the frame says which of them the file has, and in what order.

import { about } from "../about/tab";
import { evidence } from "../evidence/tab";
import { ranking } from "../ranking/tab";
import type { Tab } from "./tab";

export const TABS: readonly Tab[] = [ranking, evidence, about];
