import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../../judge.contract.ts';
import { copyKey, dataFolder, foldOf } from '../../read-sets.ts';
import { CONVERSATIONS, RECORDINGS, recordingsFolder } from '../find-texts.ts';
import { goldCopies, goldMarks } from '../gold-marks.ts';
import { intentRows, readIntents } from './read-intents.ts';

const rows = intentRows();
const data = dataFolder() !== null && recordingsFolder() !== null;

describe('the texts read for their intents', () => {
  it('each have at most two known intents, and stand there once', () => {
    const known = new Set<string>(INTENTS);
    expect(rows.filter((row) => row.intents.length > 2 || !row.intents.every((one) => known.has(one)))).toEqual([]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  it('hold no text of the gold, and name no text itself', () => {
    const gold = goldMarks().keys;
    expect(rows.filter((row) => gold.has(row.key) || 'text' in row)).toEqual([]);
  });

  it.skipIf(!data)(
    'are found in the training folds, far from copies of the gold (skipped when ../shared is absent)',
    () => {
      const found = readIntents();
      expect(found.length).toBe(rows.length);
      const single = found.filter((row) => !CONVERSATIONS.includes(row.set) && !RECORDINGS.includes(row.set));
      expect(single.filter((row) => foldOf(row.text) > 7)).toEqual([]);
      const copies = goldCopies();
      expect(found.filter((row) => copies.has(copyKey(row.text)))).toEqual([]);
    },
  );
});
