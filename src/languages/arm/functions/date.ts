import { literal } from "../../../value/index.ts";
import type { TemplateFunction } from "./index.ts";
import { numberOf, ofTexts, ofValues, problem } from "./operand.ts";

const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

export const DATE_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  dateTimeFromEpoch: ofValues(([seconds]) => {
    const number = numberOf(seconds);
    return number === undefined ? undefined : literal(formatted(new Date(number * 1000)));
  }),
  dateTimeToEpoch: ofTexts((text) => {
    const time = Date.parse(text);
    return Number.isNaN(time) ? problem("This text is not a date.") : literal(Math.trunc(time / 1000));
  }),
  dateTimeAdd: ofTexts((text, duration, format) => {
    const time = new Date(Date.parse(text));
    const match = DURATION.exec(duration ?? "");
    if (Number.isNaN(time.getTime()) || !match) return problem("Expected a date and an ISO 8601 duration.");
    // Other formats are .NET's: rather unknown than wrong.
    if (format !== undefined) return undefined;
    const sign = match[1] ? -1 : 1;
    const part = (at: number): number => sign * Number(match[at] ?? 0);
    time.setUTCFullYear(
      time.getUTCFullYear() + part(2),
      time.getUTCMonth() + part(3),
      time.getUTCDate() + 7 * part(4) + part(5),
    );
    time.setUTCHours(
      time.getUTCHours() + part(6),
      time.getUTCMinutes() + part(7),
      time.getUTCSeconds() + part(8),
    );
    return literal(formatted(time));
  }),
};

function formatted(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
