// Reads our compact recordings: one short line an event (`o` ms since start, `k` kind, `u` user, `x` text), start in the first line.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { asCount, asNumber, asText, type Json, readObject } from './json-fields.ts';
import { readInstant } from './read-time.ts';
import type { RecordingMeta, RecordReader, RejectCode } from './recording.types.ts';

/** Bilibili's three ranks of a paid membership, highest first, named as the platform names them. */
export const GUARD_TIERS: Readonly<Record<number, string>> = { 1: '总督', 2: '提督', 3: '舰长' };

/** Coins of Bilibili: 1,000 are one yuan. */
export function coinsToFen(coins: number): number {
  return Math.round(coins / 10);
}

/** The first line, if it is the one that describes the recording. */
export function liveJsonlMeta(line: string): RecordingMeta | null {
  const object = readObject(line);
  if (object?.k !== 'meta') return null;
  const startedAt = typeof object.start === 'string' ? readInstant(object.start, 480) : asNumber(object.start);
  return {
    platform: asText(object.platform),
    startedAt,
    durationMs: asNumber(object.durationMs),
    source: asText(object.source),
    title: asText(object.title),
    isSimulated: object.simulated === true || undefined,
  };
}

/** Reader for a recording that began at `startedAt`. */
export function liveJsonlReader(startedAt: number): RecordReader {
  return {
    framing: 'lines',
    take(record, out) {
      const line = readObject(record);
      if (!line) return 'not_json';
      if (line.k === 'meta') return null;
      const ts = asNumber(line.ts) ?? (typeof line.o === 'number' ? startedAt + line.o : undefined);
      if (ts === undefined || !Number.isFinite(ts)) return 'no_time';
      const event = eventOf(line, ts);
      if (typeof event === 'string') return event;
      const uid = asText(line.u);
      if (uid) event.user = { uid, ...(typeof line.name === 'string' && { name: line.name }) };
      const id = asText(line.id);
      if (id) event.id = id;
      out.push(event);
      return null;
    },
  };
}

function eventOf(line: Json, ts: number): DecodedEvent | RejectCode {
  switch (line.k) {
    case 'dm':
      return typeof line.x === 'string' ? { type: 'comment', text: line.x, ts } : 'no_text';
    case 'gift': {
      const name = asText(line.g);
      const coin = asNumber(line.coin);
      if (!name || coin === undefined || coin < 0) return 'bad_field';
      const value = { minor: coinsToFen(coin), currency: 'CNY' };
      return {
        type: 'gift',
        giftId: asText(line.gid) ?? name,
        name,
        count: asCount(line.n) ?? 1,
        value,
        free: coin === 0,
        ts,
      };
    }
    case 'sc': {
      const yuan = asNumber(line.cny);
      if (yuan === undefined || yuan < 0) return 'bad_field';
      const amount = { minor: Math.round(yuan * 100), currency: 'CNY' };
      return { type: 'superchat', text: asText(line.x) ?? '', amount, pinSeconds: asCount(line.sec), ts };
    }
    case 'guard': {
      const tier = GUARD_TIERS[Number(line.lvl)];
      return tier
        ? { type: 'viewer.subscribe', tier, months: asCount(line.n) ?? 1, channel: 'guard', ts }
        : 'bad_field';
    }
    case 'enter':
      return { type: 'viewer.enter', ts };
    case 'rank': {
      const rank = asCount(line.n);
      return rank === undefined ? 'bad_field' : { type: 'viewer.count', rank, ts };
    }
    default:
      return 'unknown_kind';
  }
}
