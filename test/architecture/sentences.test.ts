// Both languages say the same things, every key that code uses has a sentence, and the glossary knows the house's words.
import { describe, expect, it } from 'vitest';
import { listFiles, readText, sources } from './source-files.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

function language(name: string): Map<string, Map<string, string>> {
  return new Map(
    listFiles(`locales/${name}`, /\.json$/).map((file) => [
      file.split('/').at(-1)!.slice(0, -5),
      flatten(JSON.parse(readText(file)) as Tree),
    ]),
  );
}

const chinese = language('zh-CN');
const english = language('en');
/** Plural forms differ by language: English has one and other, Chinese only other. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('sentences', () => {
  it('exist in both languages, key for key', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [room, sentences] of english) {
      const ours = [...new Set([...sentences.keys()].map(base))].sort();
      const theirs = [...new Set([...(chinese.get(room)?.keys() ?? [])].map(base))].sort();
      expect(theirs, room).toEqual(ours);
    }
  });

  it('fill in the same values', () => {
    const values = (text: string) =>
      [...text.matchAll(/\{\{\s*([\w.]+)/g)]
        .map((match) => match[1])
        .filter((name) => name !== 'count')
        .sort();
    const unequal: string[] = [];
    for (const [room, sentences] of english) {
      for (const [key, text] of sentences) {
        const other = chinese.get(room)?.get(key);
        if (other !== undefined && JSON.stringify(values(text)) !== JSON.stringify(values(other)))
          unequal.push(`${room}:${key}`);
      }
    }
    expect(unequal).toEqual([]);
  });

  it('say nothing twice shouted, blamed or in machine words', () => {
    const rude: string[] = [];
    for (const [name, rooms] of [
      ['zh-CN', chinese],
      ['en', english],
    ] as const) {
      for (const [room, sentences] of rooms) {
        for (const [key, text] of sentences)
          if (/[!！]|\bnull\b|\bundefined\b|服务器错误/.test(text)) rude.push(`${name} ${room}:${key}: ${text}`);
      }
    }
    expect(rude).toEqual([]);
  });

  it('exist for every key that code names', () => {
    const missing = new Set<string>();
    let seen = 0;
    for (const file of sources()) {
      for (const match of readText(file).matchAll(/['"`]([a-z]+):([a-zA-Z_]+(?:\.[a-zA-Z0-9_]+)+)['"`]/g)) {
        const [, room = '', key = ''] = match;
        const sentences = english.get(room);
        if (!sentences) continue;
        seen += 1;
        if (![...sentences.keys()].some((known) => known === key || base(known) === key))
          missing.add(`${file}: ${room}:${key}`);
      }
    }
    expect(seen).toBeGreaterThan(50);
    expect([...missing]).toEqual([]);
  });
});

describe('refusals', () => {
  it('have a sentence each', () => {
    const titles = [...english.get('problems')!.keys()]
      .filter((key) => key.startsWith('title.'))
      .map((key) => key.slice(6));
    const missing = new Set<string>();
    for (const file of sources()) {
      for (const match of readText(file).matchAll(/\brefuse\(\s*'([a-z_]+)'/g))
        if (!titles.includes(match[1]!)) missing.add(`${match[1]} (${file})`);
      for (const match of readText(file).matchAll(/refusals: \[([^\]]*)\]/g)) {
        for (const name of match[1]!.matchAll(/'([a-z_]+)'/g))
          if (!titles.includes(name[1]!)) missing.add(`${name[1]} (${file})`);
      }
    }
    expect([...missing]).toEqual([]);
  });
});

describe('the glossary', () => {
  it('explains the words of the house once each', () => {
    const rows = readText('GLOSSARY.md')
      .split('\n')
      .filter((line) => /^\| [a-z]/.test(line));
    const words = rows.map((line) => line.split('|')[1]!.trim());
    expect(new Set(words).size).toBe(words.length);
    const needed = [
      'workspace',
      'member',
      'person',
      'product',
      'feedback',
      'channel',
      'judgement',
      'correction',
      'theme',
      'case',
      'clock',
      'calendar',
      'policy',
      'rule',
      'reply',
      'conversation',
      'template',
      'notice',
      'event',
      'reaction',
      'job',
      'dead letter',
      'quarantine',
      'gate',
      'import',
      'fix',
      'problem',
      'idea',
    ];
    expect(needed.filter((word) => !words.includes(word))).toEqual([]);
    for (const line of rows) expect(line.split('|').length, line).toBe(7);
  });
});
