// Lets other work in between the pieces of a long computation, so that a bulk job never makes a person wait for his screen.

/** @param mostMs how long the event loop may be kept at once; the answer is a pause to await, or nothing while it is not due */
export function createBreath(mostMs = 8): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < mostMs) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
