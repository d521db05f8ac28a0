/** A view with its answers, by the position of the getter. A name of its own is read faster than a symbol. */
interface Answering {
  isolintAnswers?: unknown[];
}

/** Stands for an answer that is undefined. */
const NOTHING = Symbol("nothing");

/**
 * Makes the getters of a class answer once for each instance: the first answer is kept with the instance. Views are
 * immutable, so an answer never changes.
 */
export function answerOnce(view: { readonly prototype: object }): void {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(view.prototype));
  const getters = descriptors.flatMap(([name, { get }]) => (get ? [{ name, get }] : []));
  getters.forEach(({ name, get }, at) => {
    Object.defineProperty(view.prototype, name, {
      configurable: true,
      get(this: Answering) {
        this.isolintAnswers ??= new Array(getters.length);
        const answers = this.isolintAnswers;
        const known = answers[at];
        if (known !== undefined) return known === NOTHING ? undefined : known;
        const value: unknown = timed(get, this);
        answers[at] = value === undefined ? NOTHING : value;
        return value;
      },
    });
  });
}

let asking = false;
let took = 0;

/** How long views have worked on answers since the process began, in milliseconds; what they ask each other counts once. */
export function answersTook(): number {
  return took;
}

function timed(get: () => unknown, view: object): unknown {
  if (asking) return get.call(view);
  asking = true;
  const start = process.hrtime();
  try {
    return get.call(view);
  } finally {
    const [spent, rest] = process.hrtime(start);
    took += spent * 1e3 + rest / 1e6;
    asking = false;
  }
}
