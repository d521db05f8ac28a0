import {
  any,
  casesOf,
  isOneOf,
  isString,
  isTrue,
  no,
  PUBLIC,
  Ranges,
  type Truth,
  unknown,
  type Value,
  yes,
} from "isolint";

/** How Azure writes everything in one word or one prefix. */
export const EVERYTHING: readonly string[] = ["*", "0.0.0.0/0", "Internet"];

/** Whether addresses are everything: one of them by itself, or several that together hold the public address space. */
export function isEverything(addresses: readonly Value[], words = EVERYTHING): Truth {
  const alone = any(...addresses.map((one) => isOneOf(one, words)));
  if (isTrue(alone)) return alone;
  const sure = addresses.filter(isString);
  if (rangesOf(sure).covers(PUBLIC)) return yes(...sure.map((value) => ({ value })));
  const open = addresses.find((one) => !isString(one));
  if (!open) return alone;
  const together = rangesOf(addresses).covers(PUBLIC)
    ? unknown("which of the addresses are there", open.origin?.span)
    : no();
  return any(alone, together);
}

/** The addresses that some values hold, or may hold: words that stand for everything as all that are public. */
export function rangesOf(addresses: readonly Value[]): Ranges {
  const texts = addresses
    .flatMap(casesOf)
    .flatMap(({ value }) => (isString(value) ? [value.value.trim()] : []));
  return texts.some((text) => EVERYTHING.includes(text)) ? PUBLIC : Ranges.parse(...texts);
}
