import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../model.ts';
import { loadModel } from '../node/load-engine.ts';
import { foldLive } from '../train/heads/live-fold.ts';
import { GOODS_NAME, LIVE_ROWS, LiveFeatures } from './live-features.ts';
import { LIVE_SIGHTS, type LiveContext, LiveHead } from './live-head.ts';
import { type LiveDecision, type LiveWeights, readLive, writeLive } from './live-weights.ts';
import { createShortJudge } from './short-judge.ts';

const calm: LiveContext = { side: 0, neutral: 0, isQuestion: false, isClaim: false, isCheer: false, good: 0, bad: 0 };
const decision: LiveDecision = {
  weights: LIVE_SIGHTS.map((sight) => (sight === 'gate' ? 1 : sight === 'question' ? -10 : 0)),
  plain: 3,
  hint: 1,
  veto: -1,
};

function rowsOf(text: string): number[] {
  const { codes, length } = foldLive(text);
  const features = new LiveFeatures();
  features.run(codes, length, null);
  return [...features.rows.subarray(0, features.size)];
}

/** A head that has learned two lines, and that one word is talk. */
function tinyHead(): LiveWeights {
  const gate = new Int8Array(LIVE_ROWS);
  const kinds = new Map<number, number>();
  for (const [text, output] of [
    ['起球了', 0],
    ['sound is gone', 1],
  ] as const)
    for (const row of rowsOf(text)) {
      gate[row] = 100;
      kinds.set(row, output);
    }
  for (const row of rowsOf('哈')) gate[row] = -120;
  const rows = new Uint32Array(LIVE_ROWS + 1);
  const outputs: number[] = [];
  for (let row = 0; row < LIVE_ROWS; row += 1) {
    const output = kinds.get(row);
    if (output !== undefined) outputs.push(output);
    rows[row + 1] = outputs.length;
  }
  return {
    header: {
      faults: ['complain.quality/wear', 'complain.stream/sound'],
      gateScale: 0.02,
      gateBias: 0,
      kindScale: 0.05,
      kindBias: [0, 0],
      han: decision,
      latin: decision,
    },
    gate,
    rows,
    outputs: Uint8Array.from(outputs),
    weights: new Int8Array(outputs.length).fill(100),
  };
}

const head = new LiveHead(tinyHead());

function read(text: string, context: LiveContext = calm, mask?: [number, number]) {
  const { codes, length } = foldLive(text);
  const masked = new Uint8Array(length);
  if (mask !== undefined) masked.fill(GOODS_NAME, ...mask);
  return { ...head.read(codes, length, masked, /^[a-z ]+$/i.test(text), context) };
}

describe('the trained live head', () => {
  it('tells class and matter of what it has learned', () => {
    expect(read('起球了')).toMatchObject({ level: 'plain', class: 'complain.quality', matter: 'quality/wear' });
    expect(read('Sound is gone')).toMatchObject({ level: 'plain', class: 'complain.stream', matter: 'stream/sound' });
  });

  it('takes what is only partly known for a hint, and what it does not know for nothing', () => {
    expect(read('这毛衣起球了呀').level).toBe('hint');
    expect(read('今天下雨').level).toBe('open');
    expect(read('')).toMatchObject({ level: 'open', class: '' });
    expect(read('哈').level).toBe('talk');
  });

  it('hears what the judge knows, and no name of goods', () => {
    expect(read('起球了', { ...calm, isQuestion: true }).level).toBe('talk');
    expect(read('起球了', calm, [0, 3]).level).toBe('open');
  });

  it('reads inflected words and apostrophes alike', () => {
    expect(rowsOf("doesn't")).toEqual(rowsOf('doesnt'));
    const shared = new Set(rowsOf('charging'));
    expect(rowsOf('charger').some((row) => shared.has(row))).toBe(true);
  });
});

describe('the weights of the live head', () => {
  it('come back from their bytes, and are refused when cut short', () => {
    const live = tinyHead();
    const bytes = writeLive(live);
    expect(Buffer.compare(writeLive(readLive(live.header, bytes)), bytes)).toBe(0);
    expect(() => readLive(live.header, bytes.subarray(0, bytes.length - 2))).toThrow('cut short');
    expect(() => readLive(live.header, bytes.subarray(0, 9))).toThrow('cut short');
  });

  it('travel with the model, which works without them too', async () => {
    const model = await loadModel();
    const back = readModel(writeModel({ ...model, live: tinyHead() }));
    expect(back.live?.header.faults).toEqual(tinyHead().header.faults);
    const short = createShortJudge(back);
    const { codes, length } = foldLive('起球了');
    short.read('起球了');
    expect(short.readFault(codes, length, new Uint8Array(length), false)?.class).toBe('complain.quality');
    const bare = readModel(writeModel({ ...model, live: undefined }));
    expect(bare.live).toBeUndefined();
    expect(createShortJudge(bare).readFault(codes, length, new Uint8Array(length), false)).toBeNull();
  });
});
