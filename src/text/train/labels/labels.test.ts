import { describe, expect, it } from 'vitest';
import { copyKey, dataFolder, foldOf } from '../read-sets.ts';
import { readLine } from './compact-lines.ts';
import { RECORDINGS, recordingsFolder } from './find-texts.ts';
import { goldCopies, goldMarks } from './gold-marks.ts';
import { faultsOf } from './labels.contract.ts';
import { readLabelRows, readLabels } from './read-labels.ts';

const rows = readLabelRows();
const data = dataFolder() !== null && recordingsFolder() !== null;

describe('the labels', () => {
  it('are rows without faults, each text once', () => {
    expect(rows.flatMap((row) => faultsOf(row).map((fault) => `${row.key}: ${fault}`))).toEqual([]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  it('hold no text of the gold', () => {
    const gold = goldMarks().keys;
    expect(rows.filter((row) => gold.has(row.key))).toEqual([]);
  });

  it('name no text itself', () => {
    expect(rows.filter((row) => 'text' in row)).toEqual([]);
  });

  it.skipIf(!data)(
    'are found in the training folds, far from copies of the gold (skipped when ../shared is absent)',
    () => {
      const found = readLabels();
      expect(found.length).toBe(rows.length);
      const single = found.filter((row) => row.row === undefined && !RECORDINGS.includes(row.set));
      expect(single.filter((row) => foldOf(row.text) > 7)).toEqual([]);
      const copies = goldCopies();
      expect(found.filter((row) => copies.has(copyKey(row.text)))).toEqual([]);
    },
  );
});

describe('a compact line', () => {
  it('is read with its reason', () => {
    const { n, labels } = readLine('7 - ql-,sv0 ca sf !mild');
    expect(n).toBe(7);
    expect(labels?.intents).toEqual(['complain', 'ask']);
    expect(labels?.urgency).toEqual({ level: 'urgent', reason: 'safety' });
    expect(labels?.hard).toBe('mild');
  });
});
