/**
 * Makes the getters of a class answer once for each instance: the first answer becomes a property of the instance. Views are
 * immutable, so an answer never changes.
 */
export function answerOnce(view: { readonly prototype: object }): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(view.prototype))) {
    const { get } = descriptor;
    if (!get) continue;
    Object.defineProperty(view.prototype, name, {
      ...descriptor,
      get(this: object) {
        const value: unknown = get.call(this);
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
}
