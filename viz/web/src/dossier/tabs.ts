// The tabs that this bundle knows; the frame says which of them the file has, and in what order.

import { evidence } from "../evidence/tab";
import { ranking } from "../ranking/tab";
import { whatif } from "../whatif/tab";
import type { Tab } from "./tab";

export const TABS: readonly Tab[] = [ranking, evidence, whatif];
