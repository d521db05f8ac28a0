import { literal, type Value } from "../../../value/index.ts";
import { ANY, calculateNumber, NUMBER, numberOfText, numberValue } from "../types/index.ts";
import { define, NOT_WHOLE, numberOf, parameter } from "./arguments.ts";
import { mistake, type TerraformFunction } from "./function.ts";

const NUM = [parameter("num", NUMBER)];

function extreme(name: "max" | "min"): TerraformFunction {
  return define(
    name,
    [],
    "number",
    (args) => {
      if (args.length === 0) return mistake("at least one number is needed");
      return args.reduce((best, arg) =>
        numberOf(arg) > numberOf(best) === (name === "max") && numberOf(arg) !== numberOf(best) ? arg : best,
      );
    },
    { variadic: parameter("numbers", NUMBER) },
  );
}

export const numeric: readonly TerraformFunction[] = [
  define("abs", NUM, "number", ([num]) => numberValue(Math.abs(numberOf(num)))),
  define("ceil", NUM, "number", ([num]) => numberValue(Math.ceil(numberOf(num)))),
  define("floor", NUM, "number", ([num]) => numberValue(Math.floor(numberOf(num)))),
  define("log", [...NUM, parameter("base", NUMBER)], "number", ([num, base]) =>
    inBinary(Math.log(numberOf(num)) / Math.log(numberOf(base))),
  ),
  extreme("max"),
  extreme("min"),
  define("parseint", [parameter("number", ANY), parameter("base", NUMBER)], "number", ([number, base]) =>
    parseInteger(number, numberOf(base)),
  ),
  define("pow", [...NUM, parameter("power", NUMBER)], "number", ([num, power]) =>
    inBinary(numberOf(num) ** numberOf(power)),
  ),
  define("signum", NUM, "number", ([num]) => {
    return Number.isInteger(numberOf(num)) ? literal(Math.sign(numberOf(num)) || 0) : mistake(NOT_WHOLE, 0);
  }),
  define("sum", [parameter("list", ANY)], "number", ([list]) => sum(list as Value)),
];

function inBinary(result: number) {
  return Number.isNaN(result) ? mistake("the result is not a number") : numberValue(result);
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Digits of up to 62: upper and lower case are the same up to base 36. */
function parseInteger(number: Value | undefined, base: number) {
  if (number?.kind !== "literal" || typeof number.value !== "string")
    return mistake("the first argument must be a string", 0);
  if (!Number.isInteger(base)) return mistake(NOT_WHOLE, 1);
  if (base < 2 || base > 62) return mistake("the base must be between 2 and 62", 1);
  const [, sign = "", digits = ""] = /^([+-]?)([0-9A-Za-z]+)$/.exec(number.value) ?? [];
  const wrong = mistake(`"${number.value}" is no number in base ${base}`, 0);
  if (digits === "" || digits.length > 2000) return wrong;
  let value = 0n;
  for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
    const worth = DIGITS.indexOf(digit);
    if (worth >= base) return wrong;
    value = value * BigInt(base) + BigInt(worth);
  }
  return numberValue(Number(sign === "-" ? -value : value));
}

function sum(list: Value) {
  if (list.kind !== "list") return mistake("a list, set or tuple is needed", 0);
  if (list.items.length === 0) return mistake("there is no sum of an empty list", 0);
  let total: Value = literal(0);
  for (const item of list.items) {
    const number =
      item.kind === "literal" && typeof item.value === "string" ? (numberOfText(item.value) ?? item) : item;
    if (number.kind !== "literal" || typeof number.value !== "number" || total.kind !== "literal")
      return mistake("all items must be numbers", 0);
    total = calculateNumber("+", numberOf(total), number.value);
  }
  return total;
}
