// What a browser remembers of a viewer in one room: his token, his choices and receipts; without storage it lasts as long as the page.

export interface OwnEntry {
  choice?: string;
  answer?: string;
  receipt?: unknown;
  /** A coupon's code. */
  code?: string;
}

export interface Memory {
  token(): string | null;
  keepToken(token: string): void;
  entry(interactionId: string): OwnEntry | null;
  keepEntry(interactionId: string, entry: OwnEntry): void;
  flag(name: string): boolean;
  keepFlag(name: string, on: boolean): void;
}

interface Kept {
  token?: string;
  entries?: Record<string, OwnEntry>;
  flags?: Record<string, boolean>;
}

const MOST_ENTRIES = 50;

/** @param identified viewers the shop vouches for bring their own token: it is not kept for the next user of the browser */
export function openMemory(key: string, identified: boolean): Memory {
  let kept: Kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    // A browser that keeps nothing: so it is.
  }
  if (identified) kept.token = undefined;
  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify(identified ? { ...kept, token: undefined } : kept));
    } catch {
      // Full or forbidden; the page goes on.
    }
  };
  return {
    token: () => kept.token ?? null,
    keepToken(token) {
      kept.token = token;
      save();
    },
    entry: (id) => kept.entries?.[id] ?? null,
    keepEntry(id, entry) {
      const entries = Object.entries({ ...kept.entries, [id]: entry }).slice(-MOST_ENTRIES);
      kept.entries = Object.fromEntries(entries);
      save();
    },
    flag: (name) => kept.flags?.[name] === true,
    keepFlag(name, on) {
      kept.flags = { ...kept.flags, [name]: on };
      save();
    },
  };
}
