import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import { LATIN_BASE, PAIR_BASE } from './features.ts';
import { HEAD_BUCKETS, ModelReader, readModel, SENTIMENT_BUCKETS, type TextModel, writeModel } from './model.ts';
import { loadEngine, modelFolder } from './node/load-engine.ts';

function tinyModel(): TextModel {
  const packed = new Uint16Array(SENTIMENT_BUCKETS).fill(128 << 8);
  packed[5] = (200 << 8) | 40;
  const rows = new Uint32Array(HEAD_BUCKETS + 1).fill(1);
  rows[0] = 0;
  return {
    header: {
      format: 1,
      name: 'tiny',
      version: '0.0.1',
      sentiment: { weightScale: 0.01, ratioScale: 0.02, bias: 0, plattA: 1, plattB: 0 },
      heads: [{ name: 'spam', scale: 0.01, bias: -1, plattA: 1, plattB: 0, threshold: 0 }],
    },
    packed,
    rows,
    entries: Uint16Array.of((0 << 8) | 130),
  };
}

describe('the model file', () => {
  it('reads back what was written', () => {
    const model = tinyModel();
    const back = readModel(writeModel(model));
    expect(back.header).toEqual(model.header);
    expect(back.packed[5]).toBe(model.packed[5]);
    expect(back.rows[HEAD_BUCKETS]).toBe(1);
    expect([...back.entries]).toEqual([...model.entries]);
  });

  it('refuses anything else', () => {
    expect(() => readModel(new Uint8Array(3))).toThrow('not a text model');
    expect(() => readModel(writeModel(tinyModel()).slice(0, -1))).toThrow('cut short');
  });

  it('is read in pieces of any size as it is read at once', () => {
    const bytes = writeModel(tinyModel());
    const reader = new ModelReader(bytes.length);
    for (const [from, to] of [
      [0, 5],
      [5, 40],
      [40, 5000],
      [5000, bytes.length - 3],
      [bytes.length - 3, bytes.length],
    ] as const)
      reader.push(bytes.subarray(from, to));
    // As bytes, since comparing millions of cells one by one takes most of a minute.
    expect(Buffer.compare(writeModel(reader.end()), bytes)).toBe(0);
    expect(() => new ModelReader(bytes.length - 1).push(bytes)).toThrow('cut short');
    expect(() => new ModelReader(12).push(bytes)).toThrow('cut short');
  });

  it('is read from before there were wider pairs, its Latin part repeated', () => {
    const bytes = writeModel(tinyModel());
    const stored = (1 << 22) + (1 << 19);
    const head = bytes.length - 2 * SENTIMENT_BUCKETS - HEAD_BUCKETS - 2;
    const former = new Uint8Array(head + 2 * stored + HEAD_BUCKETS + 2);
    former.set(bytes.subarray(0, head));
    former[head + 5] = 200;
    former[head + stored + 5] = 40;
    former[head + LATIN_BASE + 7] = 90;
    former.set(bytes.subarray(head + 2 * SENTIMENT_BUCKETS), head + 2 * stored);
    const { packed } = readModel(former);
    expect(packed[5]).toBe((200 << 8) | 40);
    expect(packed[LATIN_BASE + 7]).toBe(90 << 8);
    expect(packed[LATIN_BASE + (1 << 19) + 7]).toBe(90 << 8);
    expect(packed[PAIR_BASE + 7]).toBe(128 << 8);
  });

  it('makes an engine that knows nothing but never fails', () => {
    const engine = createEngine(readModel(writeModel(tinyModel())));
    expect(engine.version).toBe('tiny@0.0.1');
    expect(engine.judge('用了过敏，脸上又红又痒').urgency.reason).toBe('safety');
  });
});

describe('loading', () => {
  const root = mkdtempSync(join(tmpdir(), 'huiyin-text-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('finds the models above a bundle', () => {
    mkdirSync(join(root, 'dist', 'server'), { recursive: true });
    mkdirSync(join(root, 'models'));
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, 'models', 'text.bin'), '');
    expect(modelFolder(join(root, 'dist', 'server'))).toBe(join(root, 'models'));
  });

  it('says so when there is no model, and shares one engine a folder', async () => {
    await expect(loadEngine(join(root, 'nowhere'))).rejects.toThrow();
    expect(await loadEngine()).toBe(await loadEngine());
  });
});
