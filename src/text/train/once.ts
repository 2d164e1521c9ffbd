// Reads what many heads ask for only once; whoever is handed it leaves it as it is.

/** `make`, whose first result is handed out again at every later call. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
