import fc from "fast-check";

/**
 * fast-check with a fixed seed, so that a change is refused for what it breaks and not for the luck of the draw.
 * `npm run fuzz` draws new seeds (ISOLINT_SEED); what it finds becomes an example or a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.ISOLINT_SEED ?? 1) });

export default fc;
