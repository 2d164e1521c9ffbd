// Notes what happened to cases: appends to their histories, finds the promise they fall under and reads their clocks anew.
import type { Env } from '../../../../../ground/env.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type HistoryEntry, type PromiseBook, promiseChanges, promiseFor } from '../../core/case-promise.ts';
import type { CaseFacts } from '../../core/clock-policy.ts';
import { type NextDue, nextDueOf } from '../../core/next-due.ts';
import { hoursOf } from '../calendar.store.ts';
import {
  appendHistory,
  type ClockedCase,
  lockCases,
  readClockRows,
  rowsByCase,
  saveCases,
  saveClocks,
} from '../clock.store.ts';
import { readBook } from '../policy.store.ts';
import { type CaseReading, readAnew, versionsOf } from '../read-anew.ts';
import { ensureSeeded } from '../seed-clocks.ts';

/** Something a case tells its clocks. `event` null: only the facts changed. `facts` null: as they were. */
export interface ClockNote {
  caseId: string;
  facts: CaseFacts | null;
  event: HistoryEntryFromCase | null;
}

/** What cases may say; changes of promises and hours are the clocks' own entries. */
export type HistoryEntryFromCase = Exclude<HistoryEntry, { type: 'policy_changed' | 'calendar_changed' }>;

const NO_FACTS: CaseFacts = { channel: null, priority: 'none', themeIds: [], productIds: [], vip: false };

/**
 * Notes events in the caller's transaction, any number in a handful of statements (callers keep to 1,000 at once). Several notes
 * about one case count in their order. The caller has permitted and tells the news of the case itself.
 * @returns for each case the running clock that falls due first, null when none runs
 */
export async function noteClockEvents(
  tx: Tx,
  env: Env,
  notes: readonly ClockNote[],
): Promise<Map<string, NextDue | null>> {
  // permit: the verb of the case has, in this transaction
  if (notes.length === 0) return new Map();
  const { now } = env;
  // load
  await ensureSeeded(tx, now);
  const caseIds = [...new Set(notes.map((note) => note.caseId))].sort();
  // Locks first: whoever waited for an edit of the policies must not bring the old ones back.
  const [known, book] = await Promise.all([lockCases(tx, caseIds), readBook(tx)]);
  const clockRows = known.size > 0 ? await readClockRows(tx, [...known.keys()]) : [];
  // decide
  const appended: { caseId: string; seq: number; entry: HistoryEntry }[] = [];
  const cases = new Map(known);
  for (const note of notes) {
    const before = cases.get(note.caseId) ?? newCase(book, note);
    const after = withNote(book, before, note, now.getTime());
    for (let index = before.entries.length; index < after.entries.length; index += 1) {
      appended.push({ caseId: note.caseId, seq: index + 1, entry: after.entries[index]! });
    }
    cases.set(note.caseId, after);
  }
  const hours = await hoursOf(tx, [...cases.values()].flatMap(versionsOf));
  const rowsOf = rowsByCase(clockRows);
  const read: CaseReading[] = [];
  for (const one of cases.values()) {
    const nowMs = Math.max(now.getTime(), one.entries.at(-1)?.atMs ?? 0);
    read.push(readAnew(one, rowsOf.get(one.caseId) ?? [], book, hours, nowMs, false));
  }
  // save
  await saveReadings(tx, read, appended, now);
  // tell: the verb of the case tells what happened; the sweep tells what clocks have to say
  return new Map(read.map((one) => [one.clocked.caseId, nextDueOf(one.readings, now.getTime())]));
}

/** Saves cases that were read anew together with what was added to their histories. */
export async function saveReadings(
  tx: Tx,
  read: readonly CaseReading[],
  appended: readonly { caseId: string; seq: number; entry: HistoryEntry }[],
  now: Date,
): Promise<void> {
  await Promise.all([
    appendHistory(tx, appended),
    saveCases(
      tx,
      read.map((one) => one.clocked),
    ),
    saveClocks(
      tx,
      read.flatMap((one) => one.clocks),
      now,
    ),
  ]);
}

/** Brings a case under the promise that holds for it now; the history says so when that is a different one. */
export function withPromise(book: PromiseBook, one: ClockedCase, facts: CaseFacts, atMs: number): ClockedCase {
  const promise = promiseFor(book, facts, { ...one.promise, facts: one.facts });
  const at = Math.max(atMs, one.entries.at(-1)?.atMs ?? atMs);
  return { ...one, facts, promise, entries: [...one.entries, ...promiseChanges(one.promise, promise, at)] };
}

function newCase(book: PromiseBook, note: ClockNote): ClockedCase {
  const facts = note.facts ?? NO_FACTS;
  const promise = promiseFor(book, facts);
  return {
    caseId: note.caseId,
    facts,
    promise,
    firstSpecs: promise.specs,
    firstVersionId: promise.versionId,
    entries: [],
    live: true,
    nextLookAt: null,
  };
}

function withNote(book: PromiseBook, one: ClockedCase, note: ClockNote, nowMs: number): ClockedCase {
  const atMs = note.event?.atMs ?? nowMs;
  const promised = withPromise(book, one, note.facts ?? one.facts, atMs);
  if (!note.event) return promised;
  // A history never runs backwards: what is noted late counts from the latest entry.
  const at = Math.max(atMs, promised.entries.at(-1)?.atMs ?? atMs);
  return { ...promised, entries: [...promised.entries, { ...note.event, atMs: at }] };
}
