// The page of `definer network`.

import { openPage } from "./network/alone";

void openPage();
