// Feeds a decoder with damaged frames: it must never throw, never give an event that is none, and never grow.
import { seeded } from '../../../../../kit/seeded.ts';
import { isEventFault, readDecodedEvent } from '../../../stream/core/read-event.contract.ts';
import type { FuzzCase } from '../../core/connector.contract.ts';

export interface FuzzOutcome {
  inputs: number;
  events: number;
  unread: number;
  /** Inputs of which nothing could be read. */
  empty: number;
  /** Largest number of events one input gave. */
  largest: number;
  /** Heap and buffers after less before, in MiB, measured after the given `collect`. */
  grownMb: number;
}

/** More events than this from one damaged frame is growth. */
const MOST_EVENTS = 20_000;
const LARGEST_INPUT = 256 * 1024;

type Dice = () => number;
const pick = (dice: Dice, below: number) => Math.floor(dice() * below);

/** Numbers that break readers of lengths. */
const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff] as const;

/** One damaged copy of a valid frame: bits turned, bytes cut, doubled, mixed with another frame, lengths and digits overwritten. */
export function damage(seeds: readonly Uint8Array[], dice: Dice): Uint8Array {
  const seed = seeds[pick(dice, seeds.length)] ?? new Uint8Array();
  let data = Uint8Array.from(seed);
  const times = 1 + pick(dice, 4);
  for (let time = 0; time < times; time += 1) {
    const at = pick(dice, data.length + 1);
    switch (pick(dice, 9)) {
      case 0:
        data = data.slice(0, at);
        break;
      case 1:
        data = data.slice(at);
        break;
      case 2:
        if (data.length > 0) data[Math.min(at, data.length - 1)]! ^= 1 << pick(dice, 8);
        break;
      case 3:
        if (data.length > 0) data[Math.min(at, data.length - 1)] = pick(dice, 256);
        break;
      case 4: {
        if (data.length < 4) break;
        const view = new DataView(data.buffer);
        view.setUint32(Math.min(at, data.length - 4), NASTY[pick(dice, NASTY.length)]!);
        break;
      }
      case 5: {
        const other = seeds[pick(dice, seeds.length)] ?? data;
        const from = pick(dice, other.length + 1);
        data = joined(data.subarray(0, at), other.subarray(from));
        break;
      }
      case 6: {
        const part = data.subarray(at, at + pick(dice, 64));
        data = joined(data.subarray(0, at), part, part, data.subarray(at));
        break;
      }
      case 7: {
        const noise = Uint8Array.from({ length: pick(dice, 24) }, () => pick(dice, 256));
        data = joined(data.subarray(0, at), noise, data.subarray(at));
        break;
      }
      default: {
        const words = ['null', '[]', '{}', '-1', '1e999', '"\\u0000"', '99999999999999999999', '[[[[', 'true'];
        const word = new TextEncoder().encode(words[pick(dice, words.length)]!);
        data = joined(data.subarray(0, at), word, data.subarray(Math.min(data.length, at + word.length)));
      }
    }
  }
  return data.length > LARGEST_INPUT ? data.slice(0, LARGEST_INPUT) : data;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Runs `inputs` damaged frames through a decoder. Throws with the input in base64 when the decoder throws, gives what is no event,
 * or more than a frame can hold. `collect` frees memory before it is measured (`global.gc` where there is one).
 */
export function fuzzDecoder(one: FuzzCase, inputs: number, seed: number, collect?: () => void): FuzzOutcome {
  const dice = seeded(seed);
  const outcome: FuzzOutcome = { inputs, events: 0, unread: 0, empty: 0, largest: 0, grownMb: 0 };
  collect?.();
  const before = process.memoryUsage();
  for (let turn = 0; turn < inputs; turn += 1) {
    const input = damage(one.seeds, dice);
    const blame = (what: string, cause?: unknown) =>
      new Error(`${one.name}: ${what} on ${Buffer.from(input).toString('base64').slice(0, 4000)}`, { cause });
    let heard: ReturnType<FuzzCase['decode']>;
    try {
      heard = one.decode(input);
    } catch (cause) {
      throw blame(`threw ${String(cause)}`, cause);
    }
    if (heard.events.length > MOST_EVENTS) throw blame(`gave ${heard.events.length} events`);
    for (const event of heard.events) {
      const read = readDecodedEvent(event);
      if (isEventFault(read))
        throw blame(`gave no event (${read.field} ${read.code}) ${JSON.stringify(event).slice(0, 600)}`);
    }
    outcome.events += heard.events.length;
    outcome.unread += heard.unread;
    if (heard.events.length === 0) outcome.empty += 1;
    outcome.largest = Math.max(outcome.largest, heard.events.length);
  }
  collect?.();
  const after = process.memoryUsage();
  outcome.grownMb =
    Math.round(((after.heapUsed + after.external - before.heapUsed - before.external) / 1024 / 1024) * 10) / 10;
  return outcome;
}
