// How the work on values and truths grows with what there is to do: `node bench/values.mjs`. Each task is measured at sizes that
// double, and its time for each thing is compared between the smallest and the largest. Ends with 1 when one of them grows
// faster than it should: what is done for each resource of a large estate must not depend on how many others there are.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROUNDS = 7;
/** Room for noise: caches and the collector make the larger sizes a little dearer even where the work is linear. */
const TOLERATED = 6;

const root = join(import.meta.dirname, "..");
const cache = join(root, "node_modules", ".cache", "isolint-bench");
mkdirSync(cache, { recursive: true });
const outfile = join(cache, "values.mjs");
await build({
  entryPoints: [join(root, "src", "value", "index.ts")],
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
  logLevel: "error",
});
const values = await import(pathToFileURL(outfile).href);
const { all, any, appliedSymbol, casesOf, choose, concatenate, given, is, judge, keyOf } = values;
const { list, literal, namedSymbol, not, splitString, truthOf, yes } = values;

const input = (name) => namedSymbol("input", "", `var.${name}`);
const numbers = (count) => Array.from({ length: count }, (_, at) => at);
const same = (name, value) => appliedSymbol("==", [input(name), literal(value)], `var.${name} == ${value}`);

/** A map looked up by an input without a value: one arm after the other. */
const lookup = (count) =>
  numbers(count).reduce((rest, at) => choose(same("env", `e${at}`), literal(at), rest), literal("none"));

/** Name, sizes, what is prepared, what is measured. */
const TASKS = [
  [
    "all of decided truths, with evidence",
    [1_000, 16_000],
    (count) => numbers(count).map((at) => yes({ value: literal(at) })),
    (truths) => all(...truths),
  ],
  [
    "any under three shared conditions",
    [1_000, 16_000],
    (count) => numbers(count).map((at) => all(truthOf(input(`c${at % 3}`)), is(literal(at), -1))),
    (truths) => any(...truths),
  ],
  [
    "any under conditions of their own, given up",
    [1_000, 16_000],
    (count) => numbers(count).map((at) => truthOf(input(`c${at}`))),
    (truths) => any(...truths),
  ],
  [
    "judging resources that exist under a condition",
    [1_000, 16_000],
    (count) => numbers(count).map((at) => truthOf(input(`c${at % 10}`))),
    (truths) => truths.map((truth) => given(not(truth), truth)),
  ],
  [
    "judging a value of many arms",
    [16, 256],
    lookup,
    (value) => judge(value, (leaf) => is(leaf, 3)),
    // Each arm excludes those before it.
    "square",
  ],
  ["the cases of a value of many arms", [16, 256], lookup, casesOf, "square"],
  [
    "keys of expressions made of each other",
    [1_000, 16_000],
    (count) => count,
    (count) => numbers(count).reduce((one, at) => appliedSymbol("f", [one, literal(at)], "f"), input("x")),
  ],
  [
    "keys of lists made of each other twice",
    [50, 800],
    (count) => count,
    (count) => keyOf(numbers(count).reduce((one) => list([one, one]), input("x"))),
  ],
  [
    "ids put together and taken apart",
    [1_000, 16_000],
    (count) => numbers(count).map((at) => namedSymbol("input", "", `n${at}`, { segment: true })),
    (names) =>
      names.map((name) =>
        splitString(concatenate([literal("/subscriptions/"), name, literal("/providers/a/b/"), name]), "/"),
      ),
  ],
];

let worst = 0;
console.log(`best of ${ROUNDS}; microseconds for each thing, from the smallest size to the largest`);
for (const [name, [smallest, largest], prepare, run, growth = "linear"] of TASKS) {
  const times = [];
  for (let size = smallest; size <= largest; size *= 4) times.push(measure(prepare(size), run) / size);
  const allowed = TOLERATED * (growth === "square" ? largest / smallest : 1);
  const ratio = times.at(-1) / times[0];
  worst = Math.max(worst, ratio / allowed);
  const shown = times.map((time) => (time * 1000).toFixed(2).padStart(9)).join("");
  console.log(`${name.padEnd(48)}${shown}   ×${ratio.toFixed(1)}${ratio > allowed ? "  TOO MUCH" : ""}`);
}
process.exitCode = worst > 1 ? 1 : 0;

function measure(prepared, run) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    run(prepared);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
