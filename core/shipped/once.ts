/**
 * A value made at the first call and kept. Modules stay free of work at import, so that a face that
 * asks no questions neither waits for the knowledge nor ships it.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
