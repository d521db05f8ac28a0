/** A view with its answers, by the position of the getter. A name of its own is read faster than a symbol. */
interface Answering {
  isolintAnswers?: unknown[];
}

/** Stands for an answer that is undefined. */
const NOTHING = Symbol("nothing");

/**
 * Makes the getters of a class answer once for each instance: the first answer is kept with the instance. Views are
 * immutable, so an answer never changes. Getters with a `#` cannot be reached from here: what is worth keeping is `private`.
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
        const value: unknown = get.call(this);
        answers[at] = value === undefined ? NOTHING : value;
        return value;
      },
    });
  });
}
