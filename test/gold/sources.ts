// Finds the texts of the gold in the shared data, since their licences keep them out of this repository.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldOf, type Row, readSet } from '../../src/text/train/read-sets.ts';
import type { GoldPlace, GoldText } from './gold.contract.ts';

/** Training reads folds 0-7; the gold is taken from this one alone. */
export const GOLD_FOLD = 8;
/** Sets whose rows hold several turns: a gold text is one turn of a row in the gold fold. */
export const CONVERSATIONS = ['jddc_sample_sessions', 'ecd_sample'];
export const LIVE_ROOM = 'live/bilibili-room';
export const LIVE_DIALOGUES = 'live/douyin-dialogues';
/** Recordings have no folds: whoever trains on them leaves the keys of the gold out. */
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
  const folder = new URL('../../../shared/live-data/', import.meta.url).pathname;
  return existsSync(folder) ? folder : null;
}

/** What customers said in one conversation row: its last turn (JD), or every second turn from the first (Taobao). */
export function customerTurns(set: string, row: Row & { turns?: string[] }): string[] {
  if (set === 'jddc_sample_sessions') return [row.t.split(',').at(-1)!.trim()];
  return (row.turns ?? []).slice(0, -1).filter((_, index) => index % 2 === 0);
}

/** Every text of a set that the gold may hold, in the order of the file. @throws Error when the data is absent. */
export function sourceTexts(set: string): SourceText[] {
  if (set === LIVE_ROOM) return roomTexts();
  if (set === LIVE_DIALOGUES) return dialogueTexts();
  const rows = readSet(set);
  const mine = rows.filter((row) => foldOf(row.t) === GOLD_FOLD);
  if (!CONVERSATIONS.includes(set))
    return mine.map((row) => ({
      text: row.t,
      cat: row.cat ?? row.dom,
      label: row.y === undefined ? undefined : String(row.y),
    }));
  // A turn that also occurs outside the gold fold could be seen in training.
  const elsewhere = new Set(rows.filter((row) => foldOf(row.t) !== GOLD_FOLD).flatMap((row) => turnsOf(row)));
  return mine.flatMap((row) =>
    customerTurns(set, row)
      .filter((text) => !elsewhere.has(text))
      .map((text) => ({ text, row: keyOf(row.t) })),
  );
}

function turnsOf(row: Row & { turns?: string[] }): string[] {
  return row.turns ?? row.t.split(',').map((turn) => turn.trim());
}

function roomTexts(): SourceText[] {
  const lines = gunzipSync(readFileSync(join(recordingsFolder()!, 'bilibili-live-room-20211230.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { k: string; x?: string })
    .filter((event) => (event.k === 'dm' || event.k === 'sc') && event.x)
    .map((event) => ({ text: event.x!, cat: event.k }));
}

function dialogueTexts(): SourceText[] {
  const file = readFileSync(join(recordingsFolder()!, 'livechat-douyin-dialogues-subset.json'), 'utf8');
  const streams = JSON.parse(file) as Record<string, [string, string][]>;
  return Object.values(streams).flatMap((pairs) => pairs.map(([text]) => ({ text })));
}

/** The texts of gold places, in their order, with what could not be found. @throws Error when the data is absent. */
export function resolveTexts<P extends GoldPlace>(places: readonly P[]): { found: (P & GoldText)[]; missing: P[] } {
  const bySet = new Map<string, Map<string, string>>();
  for (const set of new Set(places.map((place) => place.set)))
    bySet.set(set, new Map(sourceTexts(set).map(({ text }) => [keyOf(text), text])));
  const found: (P & GoldText)[] = [];
  const missing: P[] = [];
  for (const place of places) {
    const text = bySet.get(place.set)?.get(place.key);
    if (text === undefined) missing.push(place);
    else found.push({ ...place, text });
  }
  return { found, missing };
}
