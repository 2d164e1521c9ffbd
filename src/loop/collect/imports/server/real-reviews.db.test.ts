// Imports the real shopping reviews through the whole gate: every row accounted for, and none recorded twice.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { importFile } from './door.ts';

const FILE = fileURLToPath(new URL('../../../../../../shared/data/online_shopping_10_cats.jsonl.gz', import.meta.url));
const ROWS = 55_448;

describe.skipIf(!existsSync(FILE))('the real reviews (skipped where ../shared is absent)', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('are all accounted for, and give nothing new the second time', { timeout: 300_000 }, async () => {
    const heard: number[] = [];
    const started = performance.now();
    const first = await importFile(app.env, app.product.rooms.gate, {
      path: FILE,
      channel: 'review',
      onProgress: (_counts, share) => heard.push(share),
    });
    const rowsPerSecond = Math.round(ROWS / ((performance.now() - started) / 1000));
    if (!first.ok) throw new Error(first.reason);
    const { counts, mapping, failure } = first.value;
    expect(failure).toBeNull();
    expect(mapping.columns).toEqual({ text: 't', product: 'cat', sentimentHint: 'y' });
    expect(counts.read).toBe(ROWS);
    expect(counts.recorded + counts.quarantined).toBe(ROWS);
    expect(heard.at(-1)).toBeGreaterThan(0.9);
    const second = await importFile(app.env, app.product.rooms.gate, { path: FILE, channel: 'review' });
    if (!second.ok) throw new Error(second.reason);
    expect(second.value.counts).toEqual({ read: ROWS, recorded: 0, duplicates: ROWS, rejected: 0, quarantined: 0 });
    console.info(`real reviews: ${rowsPerSecond} rows/s through the gate, ${counts.quarantined} held back`);
  });
});
