import { describe, expect, it } from 'vitest';
import { copyKey, dataFolder, foldOf } from '../../read-sets.ts';
import { CONVERSATIONS, RECORDINGS, recordingsFolder } from '../find-texts.ts';
import { goldCopies, goldMarks } from '../gold-marks.ts';
import { PARTS } from '../labels.contract.ts';
import { isTrainingFold } from '../read-labels.ts';
import { parseVoices, readVoices, voiceRows } from './read-voices.ts';

const rows = voiceRows();
const data = dataFolder() !== null && recordingsFolder() !== null;

describe('the texts read for side, intents and urgency', () => {
  it('are told by key, each with at most two intents', () => {
    expect(rows.length).toBeGreaterThan(50_000);
    expect(rows.filter((row) => !PARTS.includes(row.part) || !/^[0-9a-f]{16}$/.test(row.key))).toEqual([]);
    expect(rows.filter(({ intents }) => intents.length > 2 || new Set(intents).size < intents.length)).toEqual([]);
  });

  it('hold no text of the gold', () => {
    const gold = goldMarks().keys;
    expect(rows.filter((row) => gold.has(row.key))).toEqual([]);
  });

  it.skipIf(!data)(
    'are found in the training folds, far from copies of the gold (skipped when ../shared is absent)',
    () => {
      const found = readVoices();
      expect(found.length).toBeGreaterThan(50_000);
      const single = found.filter((row) => !CONVERSATIONS.includes(row.set) && !RECORDINGS.includes(row.set));
      expect(single.filter((row) => !isTrainingFold(foldOf(row.text)))).toEqual([]);
      const copies = goldCopies();
      expect(found.filter((row) => copies.has(copyKey(row.text)))).toEqual([]);
    },
  );
});

describe('a file of voices', () => {
  it('is read line by line under its heading', () => {
    const [row] = parseVoices('# service jddc_sample_sessions random\n0123456789abcdef:fedcba9876543210 - ca sf ?\n');
    expect(row).toEqual({
      part: 'service',
      set: 'jddc_sample_sessions',
      key: '0123456789abcdef',
      row: 'fedcba9876543210',
      sentiment: 'negative',
      intents: ['complain', 'ask'],
      reason: 'safety',
      isDoubtful: false,
      isUnsure: true,
    });
  });

  it('is refused with the line that is wrong', () => {
    expect(() => parseVoices('# live x random\n0123456789abcdef - q\n')).toThrow('"q" is no code');
    expect(() => parseVoices('0123456789abcdef - c\n')).toThrow('no label');
  });
});
