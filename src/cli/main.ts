import { version } from "./version.ts";

const usage = `isolint ${version}

Usage: isolint [paths…]

  --version  print the version
  --help     print this help
`;

const [argument] = process.argv.slice(2);
process.stdout.write(argument === "--version" ? `${version}\n` : usage);
