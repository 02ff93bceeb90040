// The tabs that this bundle knows; the frame says which of them the file has, and in what order.

import { about } from "../about/tab";
import { evidence } from "../evidence/tab";
import { networkTab } from "../network/tab";
import { premiumTab } from "../premium/tab";
import { query } from "../query/tab";
import { ranking } from "../ranking/tab";
import { story } from "../story/tab";
import { timeline } from "../timeline/tab";
import { whatif } from "../whatif/tab";
import type { Tab } from "./tab";

export const TABS: readonly Tab[] = [story, networkTab, ranking, timeline, premiumTab, evidence, query, whatif, about];
