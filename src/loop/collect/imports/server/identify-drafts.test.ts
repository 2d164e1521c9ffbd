// Proves that the same rows are the same voices in whichever file they come, and that equal voices are not folded into one.
import { describe, expect, it } from 'vitest';
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import { guessMapping } from '../core/guess-mapping.ts';
import { mapRow } from '../core/map-row.ts';
import { DraftIdentifier } from './identify-drafts.ts';
import { OccurrenceCounter } from './occurrence-counter.ts';
import { bufferSource } from './readers/file-source.ts';
import { openReader } from './readers/open-reader.ts';

async function idsOf(text: string, fileName: string): Promise<string[]> {
  const reader = await openReader(bufferSource(Buffer.from(text), fileName));
  const { mapping } = guessMapping(
    reader.columns,
    reader.sample.flatMap((row) => (row.fields ? [row.fields] : [])),
  );
  const identifier = new DraftIdentifier();
  const ids: string[] = [];
  for await (const batch of reader.batches()) {
    for (const row of batch.rows) {
      const mapped = mapRow(mapping, row.fields!, { timeZone: 'Asia/Shanghai' });
      if (!mapped.ok) throw new Error('refused');
      identifier.identify(mapped.drafts);
      ids.push(...mapped.drafts.map((draft) => draft.externalId!));
    }
  }
  return ids;
}

describe('DraftIdentifier', () => {
  const rows = [
    ['好评，物流很快', '1', '书籍'],
    ['差评，等了十天', '0', '书籍'],
    ['好评，物流很快', '1', '书籍'],
    ['好评，物流很快', '1', '水果'],
  ];

  it('gives the same ids for the same rows in JSONL and CSV, and different ones for equal rows', async () => {
    const jsonl = rows.map(([t, y, cat]) => JSON.stringify({ t, y: Number(y), cat })).join('\n');
    const csv = ['t,y,cat', ...rows.map((row) => row.map((value) => `"${value}"`).join(','))].join('\r\n');
    const ids = await idsOf(jsonl, 'a.jsonl');
    expect(await idsOf(csv, 'b.csv')).toEqual(ids);
    expect(new Set(ids).size).toBe(4);
    expect(ids[2]).toBe(`${ids[0]!.slice(0, -1)}2`);
  });

  it('ties a follow-up to its review', () => {
    const drafts: FeedbackDraft[] = [
      { channel: 'review', text: 'a' },
      { channel: 'review', text: 'b' },
    ];
    new DraftIdentifier().identify(drafts);
    expect(drafts[1]).toMatchObject({
      externalId: `${drafts[0]!.externalId}:followup`,
      followsExternalId: drafts[0]!.externalId,
    });
  });
});

describe('OccurrenceCounter', () => {
  it('counts like a map, through many doublings', () => {
    const counter = new OccurrenceCounter();
    const map = new Map<string, number>();
    let seed = 1;
    for (let round = 0; round < 60_000; round += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const low = seed % 20_011;
      const high = seed % 3;
      const key = `${low}/${high}`;
      map.set(key, (map.get(key) ?? 0) + 1);
      expect(counter.add(low, high)).toBe(map.get(key));
    }
  });
});
