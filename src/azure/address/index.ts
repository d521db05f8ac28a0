export {
  type AddressRange,
  formatAddress,
  formatRange,
  isMalformed,
  isRange,
  type MalformedRange,
  parseAddress,
  parseRange,
  prefixLength,
  rangeBetween,
} from "./address.ts";
export { Ports, parsePorts } from "./ports.ts";
export { Ranges } from "./ranges.ts";
export { AZURE_DNS, PRIVATE, PUBLIC, PUBLIC_ALL, RFC1918 } from "./special.ts";
