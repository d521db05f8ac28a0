/** Put in by the bundler, and by Jest's `globals`. */
declare const ISOLINT_VERSION: string;

/** The version of this package. */
export const version: string = ISOLINT_VERSION;
