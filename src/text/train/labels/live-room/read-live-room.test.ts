import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyKey, dataFolder } from '../../read-sets.ts';
import { recordingsFolder } from '../find-texts.ts';
import { goldCopies } from '../gold-marks.ts';
import { parseLiveRoom, readLiveRoomLines } from './read-live-room.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const data = dataFolder() !== null && recordingsFolder() !== null;
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('a file of lines for the live room', () => {
  it('gives each line the heading above it', () => {
    const { lines, faults } = parseLiveRoom(
      '# complain.quality/wear\n洗一次就起球\n\n# ask\n会起球吗\r\n会掉色吗\n',
      'zh-first',
    );
    expect(faults).toEqual([]);
    expect(lines.map(({ text, label }) => [text, label])).toEqual([
      ['洗一次就起球', 'complain.quality/wear'],
      ['会起球吗', 'ask'],
      ['会掉色吗', 'ask'],
    ]);
    expect(lines[0]).toMatchObject({ writer: 'zh-first', language: 'zh' });
  });

  it('tells what is wrong and leaves that out', () => {
    const { lines, faults } = parseLiveRoom('hello\n# complain.weather\nrain\n# praise\ngreat\ngreat\n', 'en-first');
    expect(lines.map(({ text }) => text)).toEqual(['great']);
    expect(faults).toHaveLength(4);
  });
});

describe('the lines of the live room', () => {
  it.each(files)('%s has no faults', (name) => {
    expect(parseLiveRoom(readFileSync(`${folder}${name}`, 'utf8'), name.slice(0, -4)).faults).toEqual([]);
  });

  it('come once each, from every file', () => {
    const lines = readLiveRoomLines();
    expect(new Set(lines.map(({ text }) => copyKey(text) || text)).size).toBe(lines.length);
    expect(new Set(lines.map(({ writer }) => `${writer}.txt`))).toEqual(new Set(files));
  });

  it.skipIf(!data)('hold no sentence of the gold (skipped when ../shared is absent)', () => {
    const copies = goldCopies();
    // Three words may be said by anybody.
    const long = readLiveRoomLines().filter(({ text }) => copyKey(text).length > 8);
    expect(long.filter(({ text }) => copies.has(copyKey(text)))).toEqual([]);
  });

  it('are none where there is no folder', () => expect(readLiveRoomLines('/nowhere/at/all')).toEqual([]));
});
