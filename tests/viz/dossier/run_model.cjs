// Runs the page's model on tasks from the standard input, one JSON per line, and answers line by line.
const fs = require("node:fs");
const model = require(process.argv[2]);

const values = (nodes) => Object.fromEntries([...nodes].map(([id, { power, reach, lockin, rank }]) => [id, [power, reach, lockin, rank]]));

const side = (found) =>
  found && {
    n: [found.before.n, found.after.n],
    before: values(found.before.nodes),
    after: values(found.after.nodes),
    changes: found.changes.map(({ id, changed }) => [id, changed]),
  };

const models = new Map();
const made = (block, paradigm) => {
  const blocks = models.get(block) ?? new Map();
  models.set(block, blocks);
  if (!blocks.has(paradigm)) blocks.set(paradigm, new model.Model(block, paradigm));
  return blocks.get(paradigm);
};

let shared = null;

const TASKS = {
  block: ({ block }) => {
    shared = block;
    return true;
  },
  study: ({ block = shared, paradigm, operations }) => {
    const outcome = made(block, paradigm).study(operations);
    const main = outcome.aboutCohorts ? outcome.cohorts : outcome.firms;
    const moved = main.changes.filter(({ id, changed }) => changed && made(block, paradigm).world.firms.has(id));
    return {
      aboutCohorts: outcome.aboutCohorts,
      firms: side(outcome.firms),
      cohorts: side(outcome.cohorts),
      steps: outcome.applied.steps.map(({ operation, ties, holdings, warning }) => [operation.op, ties, holdings, warning]),
      paths: moved.slice(0, 5).map(({ id, change }) => ({ firm: id, change, parts: model.pathChanges(main.before, main.after, id) })),
      definitions: outcome.definitions,
      definitionsChanged: outcome.definitionsChanged,
    };
  },
  yaml: ({ document }) => model.writeYaml(document, ["made by a test"]),
  read: ({ text }) => model.readScenario(text),
  address: ({ paradigm, operations }) => {
    const text = model.writeAddress(paradigm, operations);
    return { text, again: model.readAddress(text) };
  },
  open: ({ address }) => model.readAddress(address),
  fields: () => model.FIELDS,
};

const answers = fs
  .readFileSync(0, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const task = JSON.parse(line);
    try {
      return { value: TASKS[task.task](task) };
    } catch (error) {
      if (!error.faults) throw error;
      return { faults: error.faults.map(({ path, code, line: at }) => [path, code, at ?? 0]) };
    }
  });
process.stdout.write(answers.map((answer) => JSON.stringify(answer)).join("\n"));
