// The architecture as a table: which room may import which, and why. Everything that is not in it is
// refused. docs/architecture.md says what lives in each room.

const rooms = {
  "src/source": {},
  "src/value": {
    "src/source": "a value carries the place it came from",
  },
  "src/model": {
    "src/value": "the properties of a resource are values",
    "src/source": "a resource is declared at a place",
  },
  "src/azure": {},
  "src/languages": {
    "src/model": "a language hands on raw resources",
    "src/value": "a language evaluates expressions to values",
    "src/source": "a language reads files and reports where",
  },
  "src/resources": {
    "src/model": "a resource type turns a raw resource into a resource",
    "src/value": "property tables move and translate values",
    "src/source": "what cannot be mapped is reported with its place",
  },
  "src/network": {
    "src/resources": "views read resources through their typed views",
    "src/azure": "how a service can be reached is a fact from the catalogues",
    "src/model": "views are built over the graph of one stack",
    "src/value": "an effective rule or route holds values and truths",
    "src/source": "each step of evidence has its place",
  },
  "src/rule": {
    "src/network": "rules judge what the network layer sees",
    "src/model": "rules judge resources",
    "src/value": "a judgement is a three-valued truth",
    "src/source": "a finding has its place",
  },
  "src/engine": {
    "src/rule": "runs rules and turns their judgements into findings",
    "src/network": "links the graph and offers the views",
    "src/resources": "maps raw resources with the types that it is given",
    "src/azure": "the catalogues are fixed facts, not an argument",
    "src/model": "builds the graph",
    "src/value": "reads outcomes off truths",
    "src/source": "reads files through the reader, reports diagnostics",
  },
  "src/config": {
    "src/rule": "the configuration names rules and their severities",
    "src/source": "a configuration is read through the reader, and its mistakes have a place",
  },
  "src/reporters": {
    "src/rule": "a report is made of findings",
    "src/value": "a trace shows values",
    "src/source": "a report shows places and snippets",
  },
  "src/lint": {
    "src/languages": "evaluates stacks with the languages that are present",
    "src/config": "what holds for a stack",
    "src/engine": "judges what was evaluated",
    "src/network": "builds the network that is judged",
    "src/resources": "brings resources into ARM's terms",
    "src/rule": "rules come in as an argument",
    "src/model": "evaluated stacks and their graph",
    "src/value": "shows values when the model is inspected",
    "src/source": "everything is read through the reader",
  },
  "src/picture": {
    "src/network": "what is drawn are the views",
    "src/model": "a view stands for a resource",
    "src/value": "what is only there in some worlds is drawn so",
    "src/reporters": "names are escaped as in every report",
  },
  "src/report": {
    "src/picture": "the page has the picture in it",
    "src/network": "isolation and reachability are read off the views",
    "src/reporters": "names are escaped as in every report",
    "src/rule": "the page lists findings",
    "src/value": "what is not known is told so",
  },
  "src/plugin": {
    "src/config": "files of rules are read like configurations",
    "src/rule": "a declared rule is a rule like any other",
    "src/model": "a declared rule judges resources",
    "src/value": "its conditions are three-valued",
    "src/source": "files come through the reader, mistakes have a place",
  },
  "src/page": {
    "src/lint": "the examples of a rule's page run through the real engine",
    "src/reporters": "what a page shows is what a user sees",
    "src/rule": "a page belongs to a rule",
    "src/source": "examples are read from memory",
  },
  "src/fix": {
    "src/languages": "an edit is written in the syntax of its language",
    "src/resources": "the property tables are read backwards",
    "src/rule": "a fix belongs to a finding",
    "src/model": "a fix is described in ARM terms",
    "src/value": "a fix follows a value to where it was written",
    "src/source": "a fix ends as text edits",
  },
};

/** Languages know nothing of each other, but for these. */
const betweenLanguages = {
  bicep: { arm: "Bicep lowers onto ARM's expression core" },
};

/** Rooms that may import anything: the outermost ring. */
const outermost = ["src/cli", "src/dev"];

const inside = (...folders) => folders.map((folder) => `^${folder}/`);

const roomRules = Object.entries(rooms).map(([room, edges]) => ({
  name: `room: ${room}`,
  severity: "error",
  comment: `${room} may import ${Object.keys(edges).join(", ") || "no other room"}.`,
  from: { path: inside(room) },
  to: { path: "^(src|rules|test|fixtures|bench)/", pathNot: inside(room, ...Object.keys(edges)) },
}));

const languageRules = {
  name: "language to language",
  severity: "error",
  comment: "A language knows nothing of the others; what they share lives in the model or in values.",
  from: {
    path: "^src/languages/([^/]+)/",
    pathNot: inside(...Object.keys(betweenLanguages).map(languageFolder)),
  },
  to: { path: "^src/languages/[^/]+/", pathNot: "^src/languages/$1/" },
};

const languageExceptions = Object.entries(betweenLanguages).map(([language, edges]) => ({
  name: `language: ${language}`,
  severity: "error",
  comment: `${language} may import ${Object.keys(edges).join(", ")}: ${Object.values(edges).join("; ")}.`,
  from: { path: inside(languageFolder(language)) },
  to: {
    path: "^src/languages/[^/]+/",
    pathNot: inside(languageFolder(language), ...Object.keys(edges).map(languageFolder)),
  },
}));

function languageFolder(language) {
  return `src/languages/${language}`;
}

export default {
  forbidden: [
    ...roomRules,
    languageRules,
    ...languageExceptions,
    {
      name: "rule: public API only",
      severity: "error",
      comment: "A built-in rule is written as a third party would: against `isolint` and its own family.",
      from: { path: "^rules/([^/]+)/[^/]+/" },
      to: { path: "^(src|rules|test|fixtures|bench)/", pathNot: ["^src/index\\.ts$", "^rules/$1/"] },
    },
    {
      name: "rules are an argument",
      severity: "error",
      comment: "Only the command line, the test kit and the generators know the built-in rules.",
      from: { path: "^src/", pathNot: [...inside(...outermost), "^src/testing\\.ts$"] },
      to: { path: "^rules/" },
    },
    {
      name: "public API is a door",
      severity: "error",
      comment:
        "Inside the house one room imports another by its own path, never round through the public API.",
      from: { path: "^src/", pathNot: [...inside(...outermost), "^src/testing\\.ts$"] },
      to: { path: "^src/(index|testing)\\.ts$" },
    },
    {
      name: "public API",
      severity: "error",
      comment: "What a rule or a plug-in may use ends where the command line begins.",
      from: { path: "^src/(index|testing)\\.ts$" },
      to: { path: ["^src/(cli|dev)/", "^test/"] },
    },
    {
      name: "dev is imported by nobody",
      severity: "error",
      comment: "Scaffolds and generators are not published.",
      from: { path: "^(src|rules)/", pathNot: inside("src/dev") },
      to: { path: inside("src/dev") },
    },
    {
      name: "only the outermost ring touches the machine",
      severity: "error",
      comment: "Files, processes, network and threads belong to the command line; the rest takes a reader.",
      from: { path: "^(src|rules)/", pathNot: [...inside(...outermost), "^src/testing\\.ts$"] },
      to: {
        dependencyTypes: ["core"],
        path: "^(node:)?(fs|fs/promises|child_process|process|worker_threads|os|http|https|net|dns|tls|readline)$",
      },
    },
    {
      name: "no circular imports",
      severity: "error",
      comment: "A circle has no bottom to start reading from. Imports of types alone do not run, and may.",
      from: { path: "^(src|rules)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no unresolvable imports",
      severity: "error",
      comment: "An import that leads nowhere escapes every other row of this table.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules/\\.cache)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
