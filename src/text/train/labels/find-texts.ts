// Finds texts by key in the shared data, since their licences keep them out of this repository.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldOf, type Row, readSet } from '../read-sets.ts';
import type { LabelPlace } from './labels.contract.ts';

/** Sets whose rows hold several turns: a text is one customer turn of a row. */
export const CONVERSATIONS = ['jddc_sample_sessions', 'ecd_sample'];
export const LIVE_ROOM = 'live/bilibili-room';
export const LIVE_DIALOGUES = 'live/douyin-dialogues';
/** Recordings have no folds. */
export const RECORDINGS = [LIVE_ROOM, LIVE_DIALOGUES];

export interface SourceText {
  text: string;
  row?: string;
  cat?: string;
  label?: string;
}

/** First 16 hex digits of SHA-256 over the UTF-8 bytes of the exact text. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

/** The folder of live recordings, or null when it is absent. */
export function recordingsFolder(): string | null {
  const folder = new URL('../../../../../shared/live-data/', import.meta.url).pathname;
  return existsSync(folder) ? folder : null;
}

/** What customers said in one conversation row: its last turn (JD), or every second turn from the first (Taobao). */
export function customerTurns(set: string, row: Row & { turns?: string[] }): string[] {
  if (set === 'jddc_sample_sessions') return [row.t.split(',').at(-1)!.trim()];
  return (row.turns ?? []).slice(0, -1).filter((_, index) => index % 2 === 0);
}

/**
 * Every text of a set whose row lies in a wanted fold, in the order of the file; recordings whole.
 * A turn that also occurs in a row of another fold is left out, so that no two folds share it.
 * @throws Error when the data is absent.
 */
export function textsOf(set: string, wanted: (fold: number) => boolean): SourceText[] {
  if (set === LIVE_ROOM) return roomTexts();
  if (set === LIVE_DIALOGUES) return dialogueTexts();
  const rows = readSet(set);
  const mine = rows.filter((row) => wanted(foldOf(row.t)));
  if (!CONVERSATIONS.includes(set))
    return mine.map((row) => ({
      text: row.t,
      cat: row.cat ?? row.dom,
      label: row.y === undefined ? undefined : String(row.y),
    }));
  const elsewhere = new Set(rows.filter((row) => !wanted(foldOf(row.t))).flatMap((row) => turnsOf(row)));
  return mine.flatMap((row) =>
    customerTurns(set, row)
      .filter((text) => !elsewhere.has(text))
      .map((text) => ({ text, row: keyOf(row.t) })),
  );
}

/** Texts by set and key, since every head asks for the same sets anew. */
const known = new WeakMap<(fold: number) => boolean, Map<string, ReadonlyMap<string, string>>>();

/** The texts of places, in their order, with what could not be found. @throws Error when the data is absent. */
export function findTexts<P extends LabelPlace>(
  places: readonly P[],
  wanted: (fold: number) => boolean,
): { found: (P & { text: string })[]; missing: P[] } {
  const bySet = known.get(wanted) ?? new Map<string, ReadonlyMap<string, string>>();
  known.set(wanted, bySet);
  for (const { set } of places)
    if (!bySet.has(set)) bySet.set(set, new Map(textsOf(set, wanted).map(({ text }) => [keyOf(text), text])));
  const found: (P & { text: string })[] = [];
  const missing: P[] = [];
  for (const place of places) {
    const text = bySet.get(place.set)?.get(place.key);
    if (text === undefined) missing.push(place);
    else found.push({ ...place, text });
  }
  return { found, missing };
}

function turnsOf(row: Row & { turns?: string[] }): string[] {
  return row.turns ?? row.t.split(',').map((turn) => turn.trim());
}

function roomTexts(): SourceText[] {
  const folder = recordingsFolder();
  if (folder === null) return [];
  const lines = gunzipSync(readFileSync(join(folder, 'bilibili-live-room-20211230.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { k: string; x?: string })
    .filter((event) => (event.k === 'dm' || event.k === 'sc') && event.x)
    .map((event) => ({ text: event.x!, cat: event.k }));
}

function dialogueTexts(): SourceText[] {
  const folder = recordingsFolder();
  if (folder === null) return [];
  const file = readFileSync(join(folder, 'livechat-douyin-dialogues-subset.json'), 'utf8');
  const streams = JSON.parse(file) as Record<string, [string, string][]>;
  return Object.values(streams).flatMap((pairs) => pairs.map(([text]) => ({ text })));
}
