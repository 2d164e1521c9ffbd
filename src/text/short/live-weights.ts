// The weights of the trained live head: a yes or no that every line is asked, and which fault it is, asked of few.
import { LIVE_ROWS } from './live-features.ts';

/** How a language is decided: numbers of one line times these weights give the log odds of a fault. */
export interface LiveDecision {
  /** One weight for each of `LIVE_SIGHTS`. */
  weights: number[];
  /** Log odds of a fault of the likeliest class from which a line tells it plainly, and from which it is a hint. */
  plain: number;
  hint: number;
  /** Log odds below which a fault that a list read is taken for ordinary talk. */
  veto: number;
}

export interface LiveHeader {
  /** Faults as `class/matter`, in the order of the outputs. */
  faults: string[];
  gateScale: number;
  gateBias: number;
  kindScale: number;
  kindBias: number[];
  han: LiveDecision;
  latin: LiveDecision;
}

export interface LiveWeights {
  header: LiveHeader;
  /** One signed byte a row. */
  gate: Int8Array;
  /** Row starts, then the output and the signed weight of each entry. */
  rows: Uint32Array;
  outputs: Uint8Array;
  weights: Int8Array;
}

/** Gate by row, entries by row, outputs, weights; the header travels with that of the model. */
export function writeLive(live: LiveWeights): Uint8Array {
  const count = live.outputs.length;
  const bytes = new Uint8Array(LIVE_ROWS * 2 + count * 2);
  bytes.set(new Uint8Array(live.gate.buffer, live.gate.byteOffset, LIVE_ROWS));
  for (let row = 0; row < LIVE_ROWS; row += 1) bytes[LIVE_ROWS + row] = live.rows[row + 1]! - live.rows[row]!;
  bytes.set(live.outputs, LIVE_ROWS * 2);
  bytes.set(new Uint8Array(live.weights.buffer, live.weights.byteOffset, count), LIVE_ROWS * 2 + count);
  return bytes;
}

/** Copies what {@link writeLive} wrote, so that the bytes of the file need not be kept. @throws Error when it is cut short. */
export function readLive(header: LiveHeader, bytes: Uint8Array): LiveWeights {
  const count = (bytes.length - LIVE_ROWS * 2) / 2;
  if (!Number.isInteger(count) || count < 0) throw new Error('live head is cut short');
  const rows = new Uint32Array(LIVE_ROWS + 1);
  for (let row = 0; row < LIVE_ROWS; row += 1) rows[row + 1] = rows[row]! + bytes[LIVE_ROWS + row]!;
  if (rows[LIVE_ROWS] !== count) throw new Error('live head is cut short');
  return {
    header,
    gate: new Int8Array(bytes.slice(0, LIVE_ROWS).buffer),
    rows,
    outputs: bytes.slice(LIVE_ROWS * 2, LIVE_ROWS * 2 + count),
    weights: new Int8Array(bytes.slice(LIVE_ROWS * 2 + count).buffer),
  };
}
