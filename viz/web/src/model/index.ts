// The model as tests run it beside Python's: one bundle, no page.

export { checkDocument } from "./check";
export { changes, pathChanges } from "./changes";
export { FIELDS } from "./document";
export { readAddress, writeAddress } from "./address_form";
export { Model } from "./scenario";
export { partsOf } from "./parts";
export { score } from "./score";
export { readScenario } from "./yaml_read";
export { writeYaml } from "./yaml_write";
