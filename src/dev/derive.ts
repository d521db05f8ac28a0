/** The second half of `npm run sync`: what follows from the rules themselves. */
import { configSchema } from "./sync/config-schema.ts";
import { pages } from "./sync/pages.ts";
import { ruleList } from "./sync/rule-list.ts";
import { sourceCoverage } from "./sync/source-coverage.ts";
import { writeGenerated } from "./sync/write.ts";

process.exitCode = await writeGenerated(
  [configSchema, ruleList, sourceCoverage, pages],
  process.argv.slice(2),
);
