export { type Conversion, convert } from "./convert.ts";
export { calculateNumber, numberOfText, numberValue, textOfNumber } from "./number.ts";
export { compareTexts, membersOf } from "./order.ts";
export { type ParsedType, parseType, type TypeMistake } from "./parse.ts";
export { ANY, BOOL, listType, mapType, NUMBER, STRING, sameType, setType, type Type } from "./type.ts";
export { typeOf } from "./type-of.ts";
export { unify, unifyValues } from "./unify.ts";
