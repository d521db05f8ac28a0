export { convert } from "./convert.ts";
export { calculateNumber, numberOfText, numberValue, textOfNumber } from "./number.ts";
export { compareTexts, membersOf } from "./order.ts";
export { parseType } from "./parse.ts";
export { ANY, BOOL, listType, mapType, NUMBER, STRING, sameType, setType, type Type } from "./type.ts";
export { typeOf } from "./type-of.ts";
export { unify } from "./unify.ts";
