// Many callers, one disk flush: waits a few milliseconds, writes what has come in together, then acknowledges each.

export interface GroupCommit<T, R> {
  /** Resolves with the record's own result once it is durable; rejects when its group could not be saved. */
  add(item: T): Promise<R>;
  /** Waits for everything already added. */
  close(): Promise<void>;
}

/**
 * @param options.flush saves a group in one transaction and answers in the same order
 * @param options.maxItems a group never grows beyond this (500 is where batching stops paying)
 * @param options.maxWaitMs longest time the first record of a group waits for company
 */
export function createGroupCommit<T, R>(options: {
  flush: (items: T[]) => Promise<R[]>;
  maxItems?: number;
  maxWaitMs?: number;
}): GroupCommit<T, R> {
  const maxItems = options.maxItems ?? 500;
  const maxWaitMs = options.maxWaitMs ?? 5;
  interface Waiting {
    item: T;
    resolve: (result: R) => void;
    reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting.splice(0, maxItems);
    if (group.length === 0) return;
    const run = saveGroup(group.map((entry) => entry.item))
      .then((results) => {
        for (const [index, entry] of group.entries()) entry.resolve(results[index]!);
      })
      .catch((error: unknown) => {
        for (const entry of group) entry.reject(error);
      })
      .finally(() => running.delete(run));
    running.add(run);
    if (waiting.length > 0) schedule();
  }

  async function saveGroup(items: T[]): Promise<R[]> {
    const results = await options.flush(items);
    // An answer too few would leave somebody with nothing and call it a success.
    if (results.length !== items.length) throw new Error(`${items.length} records, ${results.length} answers`);
    return results;
  }

  function schedule(): void {
    if (waiting.length >= maxItems) flush();
    else timer ??= setTimeout(flush, maxWaitMs);
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        schedule();
      });
    },
    async close() {
      while (waiting.length > 0) flush();
      await Promise.all(running);
    },
  };
}
