// A draw while entries are taken: who is in, who was turned away and why, and the receipt of each; the same journal gives the same list.

import { ticketsOf } from '../core/check-rules.ts';
import type { DrawReceipt } from '../core/draw-file.contract.ts';
import { createEntryList, type EntryList } from '../core/entry-list.ts';
import { receiptPart } from '../core/make-records.ts';
import type { DrawRow } from './draw.store.ts';
import { type DrawSecret, type DrawSigner, fastHashes, namesIn } from './draw-key.ts';
import { maskName } from './mask-name.ts';

export interface DrawPerson {
  /** Keyed hash as the journal has it. */
  uid: string;
  name?: string | undefined;
  role?: string | undefined;
  follower?: boolean | undefined;
  newcomer?: boolean | undefined;
  /** The rules leave this entry out: not vouched for by the shop, or one too many of a network. */
  isLeftOut?: boolean | undefined;
}

export type Entering =
  | { ok: true; index: number }
  | { ok: false; reason: 'late' | 'second' | 'excluded'; index?: number };

/** The frozen list, with masked names for those who will win. */
export interface FrozenList {
  list: EntryList;
  names: readonly string[];
  rejected: { late: number; second: number; excluded: number };
}

export interface DrawPlay {
  readonly row: DrawRow;
  readonly list: EntryList;
  readonly rejected: FrozenList['rejected'];
  /** @param atMs when it was accepted, by the clock of the server */
  enter(person: DrawPerson, atMs: number): Entering;
  has(uid: string): boolean;
  /** Null for who is not in the list. */
  receiptOf(uid: string): DrawReceipt | null;
  /** No entry counts from now on. */
  freeze(): void;
  frozen(): FrozenList;
  save(): SavedDrawPlay;
}

/** The list while it grows: a line for each entry, and the chain it comes to. */
export interface SavedDrawPlay {
  isFrozen: boolean;
  rejected: FrozenList['rejected'];
  lines: string;
  chain: string;
}

/** Whoever runs the room takes no part, whatever list was made. */
const STAFF_ROLES = new Set(['host', 'staff', 'mod', 'system']);

/**
 * @param saved what `save` gave; the same entries afterwards then come to the same list
 * @throws when the saved list does not come to its chain
 */
export function createDrawPlay(row: DrawRow, secret: DrawSecret, signer: DrawSigner, saved?: SavedDrawPlay): DrawPlay {
  const rules = row.rules!;
  const { opened } = row.records!;
  const closesMs = Date.parse(rules.closesAt);
  const opensMs = Date.parse(rules.opensAt);
  const list = createEntryList(row.id, opened.commitment, fastHashes);
  const nameOf = namesIn(secret);
  const barred = new Set(rules.excluded.map((one) => one.pid));
  const names: string[] = [];
  const rejected = { late: 0, second: 0, excluded: 0 };
  let isFrozen = saved?.isFrozen ?? false;
  /** Lines of the first `written` entries, so that saving again costs only what is new. */
  let lines = '';
  let written = 0;
  if (saved) {
    Object.assign(rejected, saved.rejected);
    for (const line of saved.lines.split('\n').slice(0, -1)) {
      const [both = '', after = '', own = '', name = ''] = splitLine(line);
      list.add([both.slice(0, 32), both.slice(32), opensMs + Number.parseInt(after, 36), Number(own)]);
      names.push(name);
    }
    if (list.chain() !== saved.chain) throw new Error('the saved list of a draw is not whole');
  }
  const refuse = (reason: 'late' | 'second' | 'excluded', index?: number): Entering => {
    rejected[reason] += 1;
    return { ok: false, reason, ...(index === undefined ? {} : { index }) };
  };
  return {
    row,
    list,
    rejected,
    enter(person, atMs) {
      if (isFrozen || atMs > closesMs || atMs < opensMs) return refuse('late');
      const { pid, nonce } = nameOf(person.uid);
      if (STAFF_ROLES.has(person.role ?? '') || barred.has(pid)) return refuse('excluded');
      const known = list.indexOf(pid);
      if (known !== null) return refuse('second', known);
      if (person.isLeftOut) return refuse('excluded');
      const index = list.add([
        pid,
        nonce,
        atMs,
        ticketsOf(rules, person as { follower?: boolean; newcomer?: boolean }),
      ]);
      names.push(maskName(person.name));
      return { ok: true, index };
    },
    has: (uid) => list.indexOf(nameOf(uid).pid) !== null,
    receiptOf(uid) {
      const index = list.indexOf(nameOf(uid).pid);
      if (index === null) return null;
      const part = receiptPart(opened, list.row(index)!, list.entered(index));
      return { ...part, signature: signer.sign(part) };
    },
    freeze() {
      isFrozen = true;
    },
    frozen: () => ({ list, names, rejected: { ...rejected } }),
    save() {
      for (; written < names.length; written += 1) {
        const [pid, nonce, at, own] = list.row(written)!;
        lines += `${pid}${nonce} ${(at - opensMs).toString(36)} ${own} ${names[written]}\n`;
      }
      return { isFrozen, rejected: { ...rejected }, lines, chain: list.chain() };
    },
  };
}

/** Three words, and the masked name, which may have a space but no other white one. */
function splitLine(line: string): string[] {
  const words = line.split(' ');
  return [...words.slice(0, 3), words.slice(3).join(' ')];
}
