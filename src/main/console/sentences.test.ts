// Every key the screens ask for exists in both languages, with the same blanks to fill.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}
function sentencesOf(language: string, room: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(join(root, 'locales', language, room), 'utf8')) as Tree));
}
const blanks = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort();
const rooms = ['ui.json', 'console.json'];
const known = new Set(
  readdirRooms('en').flatMap((room) =>
    [...sentencesOf('en', room).keys()].map((key) => `${basename(room, '.json')}:${key.replace(/_(one|other)$/, '')}`),
  ),
);
function readdirRooms(language: string): string[] {
  return readdirSync(join(root, 'locales', language)).filter((name) => name.endsWith('.json'));
}

describe.each(rooms)('%s', (room) => {
  const zh = sentencesOf('zh-CN', room);
  const en = sentencesOf('en', room);
  it('has the same keys in both languages', () => expect([...zh.keys()].sort()).toEqual([...en.keys()].sort()));
  it('has the same blanks and no shouting', () => {
    for (const [key, text] of en) {
      expect(blanks(zh.get(key) ?? ''), key).toEqual(blanks(text));
      expect(text + zh.get(key), key).not.toMatch(/[!！]/);
    }
  });
});

/** Keys written out in a file that no sentence answers: `t('a.b')` under the rooms its `useTranslation` names, `t('room:a.b')`, and `…Key: 'room:a.b'`. */
function missingIn(source: string): string[] {
  const named = [...source.matchAll(/useTranslation\(\s*(\[[^\]]*\]|'[\w-]+')/g)].flatMap((match) =>
    [...match[1]!.matchAll(/'([\w-]+)'/g)].map((room) => room[1]!),
  );
  // Where the words are handed in, any room may hold them.
  const rooms = named.length > 0 ? named : readdirRooms('en').map((file) => basename(file, '.json'));
  const isKnown = (key: string) =>
    key.includes(':') ? known.has(key) : rooms.some((room) => known.has(`${room}:${key}`));
  const asked = [...source.matchAll(/\bt\(\s*'([\w:.-]+)'/g)].map((match) => match[1]!);
  const given = [...source.matchAll(/Key: '([\w-]+:[\w.-]+)'/g)].map((match) => match[1]!);
  return [...asked, ...given].filter((key) => !isKnown(key));
}

const screens = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(ui|main\/console)\/|\/web\//.test(path) && /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => `src/${path}`);
describe('screens', () => {
  it('are found', () => expect(screens.length).toBeGreaterThan(40));
  it.each(screens)('%s asks only for keys that exist', (path) => {
    expect(missingIn(readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });
});
