import { Ports } from "./address/index.ts";

/**
 * Ports by which machines and databases are administered: remote shells and desktops, directory and file services, and the
 * databases' own. One list for everything that judges management ports; rules offer an option to replace it.
 */
export const MANAGEMENT_PORTS: Ports = Ports.of(
  ...[21, 22, 23, 161, 389, 445, 636, 3389, 5985, 5986],
  { first: 135, last: 139 },
  ...[1433, 1434, 1521, 3306, 5432, 5984, 6379, 6380, 9042, 9200, 9300, 11211],
  { first: 27017, last: 27019 },
);
