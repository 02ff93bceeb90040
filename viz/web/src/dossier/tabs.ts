// The tabs that this bundle knows; the frame says which of them the file has, and in what order.

import { query } from "../query/tab";
import type { Tab } from "./tab";

export const TABS: readonly Tab[] = [query];
