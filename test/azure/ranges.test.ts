import {
  AZURE_DNS,
  formatAddress,
  formatRange,
  isMalformed,
  isRange,
  PRIVATE,
  PUBLIC,
  PUBLIC_ALL,
  parseAddress,
  parsePorts,
  parseRange,
  prefixLength,
  Ranges,
  RFC1918,
  rangeBetween,
} from "../../src/azure/index.ts";
import fc from "../random.ts";

const ranges = (text: string): Ranges => Ranges.parse(...text.split(",").filter((part) => part !== ""));

test("the special ranges are those of the registries", () => {
  const unusable = ranges(
    "0.0.0.0/8,127.0.0.0/8,169.254.0.0/16,192.0.0.0/24,224.0.0.0/3,::/8,fe80::/10,ff00::/8,168.63.129.16",
  );
  const own = ranges("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,fc00::/7");
  expect(String(PRIVATE)).toBe(String(own));
  expect(String(RFC1918)).toBe(String(ranges("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16")));
  expect(String(AZURE_DNS)).toBe("168.63.129.16");
  expect(String(PUBLIC)).toBe(String(Ranges.ipv4.subtract(own).subtract(unusable)));
  expect(String(PUBLIC_ALL)).toBe(String(Ranges.everything.subtract(own).subtract(unusable)));
});

describe("a range as Azure writes it", () => {
  test.each([
    ["10.0.0.0/24", "10.0.0.0/24"],
    ["10.0.0.7/24", "10.0.0.0/24"],
    ["10.0.0.7", "10.0.0.7"],
    ["10.0.0.1-10.0.0.9", "10.0.0.1-10.0.0.9"],
    [" 10.0.0.0/8 ", "10.0.0.0/8"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:db8::/32", "2001:db8::/32"],
    ["::1", "::1"],
    ["::/0", "::/0"],
  ])("%s is %s", (text, expected) => {
    const range = parseRange(text);
    expect(isRange(range) && formatRange(range)).toBe(expected);
  });

  test.each([
    "10.0.0/24",
    "10.0.0.0/33",
    "10.0.0.256",
    "0x7f.1",
    "10.0.0.9-10.0.0.1",
    "::1-10.0.0.1",
    "",
    "*",
    "Internet",
    "::/129",
  ])("'%s' is malformed, and says why", (text) => {
    const range = parseRange(text);
    expect(isMalformed(range) && range.reason.length > 0).toBe(true);
  });

  test("a CIDR block knows its prefix length, another range has none", () => {
    const prefixOf = (text: string): number | undefined => {
      const range = parseRange(text);
      return isRange(range) ? prefixLength(range) : undefined;
    };
    expect(prefixOf("10.0.0.0/26")).toBe(26);
    expect(prefixOf("10.0.0.0-10.0.0.4")).toBeUndefined();
    expect(prefixOf("2001:db8::/48")).toBe(48);
  });
});

describe("a set of addresses", () => {
  test("0.0.0.0/1 and 128.0.0.0/1 together are everything in IPv4", () => {
    expect(ranges("0.0.0.0/1,128.0.0.0/1").covers(Ranges.ipv4)).toBe(true);
    expect(ranges("0.0.0.0/1").covers(PUBLIC)).toBe(false);
    expect(ranges("0.0.0.0/1,128.0.0.0/1").covers(PUBLIC)).toBe(true);
  });

  test("a whole range by start and end covers the public addresses, and IPv6 is another family", () => {
    const range = rangeBetween("0.0.0.0", "255.255.255.255");
    expect(isRange(range) && Ranges.of(range).covers(PUBLIC)).toBe(true);
    expect(ranges("0.0.0.0/0").covers(ranges("::/0"))).toBe(false);
  });

  test("what touches becomes one range, but families stay apart", () => {
    expect(ranges("10.0.0.0/25,10.0.0.128/25").toString()).toBe("10.0.0.0/24");
    expect(Ranges.everything.list).toHaveLength(1);
    expect(ranges("0.0.0.0/0,::/0").toString()).toBe("0.0.0.0/0, ::/0");
  });

  const small = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 20 })).map(([first, size]) => ({
      first: BigInt(first),
      last: BigInt(Math.min(63, first + size)),
    })),
    { maxLength: 6 },
  );
  const members = (set: Ranges): Set<number> =>
    new Set(
      Array.from({ length: 64 }, (_, at) => at).filter((at) =>
        set.list.some(({ first, last }) => first <= BigInt(at) && BigInt(at) <= last),
      ),
    );

  test("union, intersection, subtraction and coverage agree with counting addresses", () => {
    fc.assert(
      fc.property(small, small, (left, right) => {
        const [a, b] = [Ranges.of(...left), Ranges.of(...right)];
        const [inA, inB] = [members(a), members(b)];
        expect(members(a.union(b))).toEqual(new Set([...inA, ...inB].sort((x, y) => x - y)));
        expect(members(a.intersect(b))).toEqual(new Set([...inA].filter((at) => inB.has(at))));
        expect(members(a.subtract(b))).toEqual(new Set([...inA].filter((at) => !inB.has(at))));
        expect(a.covers(b)).toBe([...inB].every((at) => inA.has(at)));
        expect(a.overlaps(b)).toBe([...inB].some((at) => inA.has(at)));
        expect(a.size).toBe(BigInt(inA.size));
      }),
    );
  });

  test("an address that is written and read again is the same", () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const address = parseAddress(text);
        expect(address !== undefined && formatAddress(address)).toBe(text);
      }),
    );
  });
});

describe("ports", () => {
  test.each([
    ["*", "any"],
    ["22", "22"],
    ["8000-8100", "8000-8100"],
    ["0-65535", "any"],
  ])("%s is %s", (text, expected) => {
    expect(String(parsePorts(text))).toBe(expected);
  });

  test.each(["", "http", "70000", "90-80", "1-2-3"])("'%s' is none", (text) => {
    expect(parsePorts(text)).toBeUndefined();
  });

  test("a port taken out of a range leaves two", () => {
    const left = parsePorts("20-24")?.subtract(
      parsePorts("22") as NonNullable<ReturnType<typeof parsePorts>>,
    );
    expect(String(left)).toBe("20-21, 23-24");
  });
});
