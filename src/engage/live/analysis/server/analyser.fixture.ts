// Makes analysers and events of record for tests, and reads the recorded room where it is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createEngine } from '../../../../text/engine.ts';
import { loadModel } from '../../../../text/node/load-engine.ts';
import { createShortJudge } from '../../../../text/short/short-judge.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { AnalysedProduct } from '../core/analyser.contract.ts';
import { RoomAnalyser } from '../core/analyser.ts';
import { buildLiveLexicon } from '../core/words/live-lexicon.ts';

export const START = Date.UTC(2026, 0, 5, 12);
export const RECORDING = fileURLToPath(
  new URL('../../../../../../shared/live-data/bilibili-live-room-20211230.jsonl.gz', import.meta.url),
);
export const NO_RECORDING = existsSync(RECORDING) ? null : 'the recorded room is not beside this project';

const model = await loadModel();
export const engine = createEngine(model);
export const lexicon = buildLiveLexicon();

export const SHELF: AnalysedProduct[] = [
  { productId: 'p1', index: 1, title: '云柔羊绒围巾', aliases: ['围巾'], price: { minor: 9900, currency: 'CNY' } },
  { productId: 'p2', index: 2, title: '玻尿酸补水面膜', aliases: ['面膜'], price: { minor: 5900, currency: 'CNY' } },
  { productId: 'p3', index: 3, title: 'Ceramic Coffee Mug', aliases: ['mug'], price: { minor: 1999, currency: 'USD' } },
];

export function analyser(
  options: { saved?: string; startedAt?: number; shelf?: AnalysedProduct[] } = {},
): RoomAnalyser {
  return new RoomAnalyser(
    {
      roomId: 'room_1',
      sessionId: 'show_1',
      startedAt: options.startedAt ?? START,
      short: createShortJudge(model),
      engine,
      lexicon,
      shelf: options.shelf ?? SHELF,
    },
    options.saved,
  );
}

let seq = 0;

/** An event of record `seconds` after the start. */
export function at(seconds: number, event: Record<string, unknown> & { type: DecodedEvent['type'] }): LiveEvent {
  seq += 1;
  const ts = START + seconds * 1000;
  return {
    v: 1,
    id: `e${seq}`,
    source: 'test',
    roomId: 'room_1',
    sessionId: 'show_1',
    ts,
    rts: ts + 300,
    seq,
    trust: 'own',
    ...event,
  } as unknown as LiveEvent;
}

export function say(
  seconds: number,
  person: number | string,
  text: string,
  more: Record<string, unknown> = {},
): LiveEvent {
  const { user, ...rest } = more as { user?: object };
  return at(seconds, {
    type: 'comment',
    text,
    user: { uid: `u${person}`, name: `name of ${person}`, ...user },
    ...rest,
  });
}

/** The recorded room as events of record; its first line is the meta line. */
export function readRecording(path: string = RECORDING): LiveEvent[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  const start = Date.parse((JSON.parse(lines[0]!) as { start: string }).start);
  const events: LiveEvent[] = [];
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const row = JSON.parse(line) as RecordedRow;
    const base = {
      v: 1 as const,
      id: `r${events.length}`,
      source: 'replay',
      roomId: 'room_1',
      sessionId: 'show_1',
      ts: start + row.o,
      rts: start + row.o,
      seq: events.length + 1,
      trust: 'imported' as const,
      ...(row.u === undefined ? {} : { user: { uid: row.u } }),
    };
    const body = bodyOf(row);
    if (body !== null) events.push({ ...base, ...body } as LiveEvent);
  }
  return events;
}

function bodyOf(row: RecordedRow): Record<string, unknown> | null {
  switch (row.k) {
    case 'dm':
      return { type: 'comment', text: row.x };
    case 'sc':
      return { type: 'superchat', text: row.x, amount: { minor: row.cny! * 100, currency: 'CNY' } };
    case 'gift':
      return { type: 'gift', giftId: String(row.gid), name: row.g, count: row.n, free: false };
    case 'guard':
      return { type: 'viewer.subscribe', count: row.n };
    case 'enter':
      return { type: 'viewer.enter' };
    case 'rank':
      return { type: 'viewer.count', rank: row.n };
    default:
      return null;
  }
}

interface RecordedRow {
  o: number;
  k: string;
  u?: string;
  x?: string;
  cny?: number;
  gid?: number;
  g?: string;
  n?: number;
}
