import {
  buildNetwork,
  DEFAULT_NETWORK_SETTINGS,
  type Network,
  type NetworkSettings,
  type ReachRow,
  reachTable,
} from "../../src/network/index.ts";
import { isString } from "../../src/value/index.ts";
import { Unsayable } from "./languages/expression.ts";
import { type CaseLanguage, graphOf, LANGUAGES, sourceIn, type TemplateResource } from "./stack.ts";

export type Resources = readonly (TemplateResource | readonly TemplateResource[])[];

/** Verdict and path (`allowed public`), and what the step that decides says, with resources by their names. */
interface Answer {
  readonly expected: string;
  readonly decides: string;
}

/** One question, reasoned out by hand. It is asked in every language. */
export interface Case extends Answer {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** The group of the target that is meant; the first one when left out. */
  readonly group?: string | undefined;
  readonly resources: Resources;
  readonly settings?: Partial<NetworkSettings> | undefined;
  readonly parameters?: Inputs | undefined;
  /** Languages that cannot say it, and what it is that they cannot say. */
  readonly unsaid?: Readonly<Partial<Record<CaseLanguage, string>>> | undefined;
  /** Languages in which the same means something else, and why. */
  readonly otherwise?:
    | Readonly<Partial<Record<CaseLanguage, Answer & { readonly because: string }>>>
    | undefined;
}

export type Inputs = Readonly<Record<string, { readonly type: string }>>;

/** Effects that a step may have which decides a verdict. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  allowed: ["allows", "decides"],
  blocked: ["blocks", "decides"],
  unknown: ["unknown"],
};

/** Makes a test of each case in each language. `also` sees the networks. */
export function truthTable<Asked extends Case>(
  cases: readonly Asked[],
  also: (network: Network, one: Asked, language: CaseLanguage) => void = () => {},
): void {
  const asked = cases.flatMap((one) =>
    LANGUAGES.map((language) => {
      const { expected } = one.otherwise?.[language] ?? one;
      return [one.what, one.from, language, expected, one] as const;
    }),
  );
  test.each(asked)("%s (%s, %s): %s", async (_what, _from, language, _expected, one) => {
    const unsaid = one.unsaid?.[language];
    const resources = one.resources.flat() as TemplateResource[];
    const write = () => sourceIn(language, resources, { parameters: one.parameters });
    if (unsaid) expect(write).toThrow(new Unsayable(unsaid));
    else also(await ask(one, language, write()), one, language);
  });
}

/** Fails with the case's source where the answer is another, or has another reason. */
async function ask(one: Case, language: CaseLanguage, source: string): Promise<Network> {
  const graph = await graphOf(language, source);
  const network = buildNetwork(graph, { ...DEFAULT_NETWORK_SETTINGS, ...one.settings });
  const rows = [...reachTable(network, { from: [one.from], to: [one.to] })];
  const row = rows.find(({ target }) => one.group === undefined || target.group === one.group);
  const named = namesFor(graph.resources);
  const steps = row?.evidence.map(({ effect, message }) => ({ effect, message: named(message) })) ?? [];
  const found = row ? answerOf(row) : "no row";
  const { expected, decides } = one.otherwise?.[language] ?? one;
  const decided = steps.some(
    ({ effect, message }) => EFFECTS[row?.verdict ?? ""]?.includes(effect) && message.includes(decides),
  );
  if (found === expected && decided) return network;
  const told = steps.map(({ effect, message }) => `  ${effect}: ${message}`).join("\n");
  throw new Error(`expected ${expected}: ${decides}\nfound ${found}:\n${told}\n\n${source}`);
}

function answerOf({ verdict, path }: ReachRow): string {
  return path === null ? verdict : `${verdict} ${path}`;
}

type Named = { readonly address: string; readonly name: Parameters<typeof isString>[0] };

/** Replaces the addresses of resources, which each language has its own of, by their names. */
function namesFor(resources: readonly Named[]): (message: string) => string {
  const names = new Map<string, string>();
  for (const { address, name } of resources) if (isString(name)) names.set(address, name.value);
  const longestFirst = [...names.keys()].toSorted((a, b) => b.length - a.length);
  const literal = longestFirst.map((address) => address.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const any = new RegExp(`(?<![\\w/.])(?:${literal.join("|")})(?![\\w/[])`, "g");
  return (message) => message.replace(any, (address) => names.get(address) ?? address);
}
