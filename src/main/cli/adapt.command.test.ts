import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadShopEngine } from '../../text/node/load-engine.ts';
import { adaptCommand } from './adapt.command.ts';
import { isThreeClass, readLesson, readText } from './adapt-lines.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adapt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads corrections as people write them', () => {
  expect(readLesson('{"t":"好","y":1}')).toEqual({ value: { text: '好', sentiment: 'positive' } });
  expect(readLesson('{"text":"差","label":"negative","spam":false}')).toEqual({
    value: { text: '差', sentiment: 'negative', isSpam: false },
  });
  expect(readLesson('{"t":"嗯","y":0}')).toEqual({ value: { text: '嗯', sentiment: 'negative' } });
  expect(readLesson('{"t":"嗯","y":0}', true)).toEqual({ value: { text: '嗯', sentiment: 'neutral' } });
  expect(isThreeClass(['{"t":"a","y":0}', '{"t":"b","y":-1}'])).toBe(true);
  expect(readLesson('{"t":"慢","intents":["complain"],"aspects":[{"aspect":"logistics","polarity":-1}]}')).toEqual({
    value: { text: '慢', intents: ['complain'], aspects: [{ aspect: 'logistics', polarity: -1 }] },
  });
  expect(readLesson('{"t":"烫伤了","urgency":{"level":"high"}}')).toEqual({
    value: { text: '烫伤了', isUrgent: true },
  });
});

it('names what it cannot read', () => {
  expect(readLesson('{"t":"好"')).toEqual({ fault: 'not_json' });
  expect(readLesson('[1]')).toEqual({ fault: 'not_an_object' });
  expect(readLesson('{"y":1}')).toEqual({ fault: 'no_text' });
  expect(readLesson('{"t":"好"}')).toEqual({ fault: 'no_label' });
  expect(readLesson('{"t":"好","y":7}')).toEqual({ fault: 'unknown_sentiment' });
  expect(readLesson('{"t":"好","intents":["sing"]}')).toEqual({ fault: 'unknown_intent' });
  expect(readLesson('{"t":"好","aspects":["moon"]}')).toEqual({ fault: 'unknown_aspect' });
  expect(readLesson('{"t":"好","spam":"maybe"}')).toEqual({ fault: 'unknown_flag' });
  expect(readLesson('{"t":"好","y":"constructor"}')).toEqual({ fault: 'unknown_sentiment' });
  expect(readLesson('{"t":"好","y":[1]}')).toEqual({ fault: 'unknown_sentiment' });
  expect(readLesson('{"t":"好","aspects":[["quality","toString"]]}')).toEqual({ fault: 'unknown_aspect' });
  expect(readLesson('{"t":"好","y":1,"intents":null,"aspects":null}')).toEqual({
    value: { text: '好', sentiment: 'positive' },
  });
  expect(isThreeClass(['{"t":"a","y":{"toString":null}}'])).toBe(false);
  expect(readText('a\0b')).toEqual({ fault: 'not_text' });
  expect(readLesson('  ')).toBeNull();
  expect(readText('物流太慢')).toEqual({ value: '物流太慢' });
  expect(readText('{"t":"物流太慢"}')).toEqual({ value: '物流太慢' });
  expect(readText('{"x":1}')).toEqual({ fault: 'no_text' });
});

it('writes weights that judge as corrected, and counts the lines it skipped', async () => {
  const corrections = join(folder, 'corrections.jsonl');
  const text = '暗号蓝鲸七号';
  writeFileSync(corrections, `{"t":"${text}","y":-1}\nnot json\n{"t":"${text}一二三","y":-1}\n`);
  const out = join(folder, 'shop');
  await adaptCommand().parseAsync(['--corrections', corrections, '--out', out], { from: 'user' });
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({ lessons: 2, skipped: 1, unlabelled: 0, isSelfTrained: false });
  expect(existsSync(join(out, 'text.bin'))).toBe(false);
  const engine = await loadShopEngine(out);
  expect(engine.version).toBe(report.engine);
  expect(engine.judge(text).sentiment.probability).toBeLessThan(0.5);
});

it('takes the place of no file that is read or holds other weights', async () => {
  const adapt = (...words: string[]) => adaptCommand().parseAsync(words, { from: 'user' });
  const report = join(folder, 'report.json');
  writeFileSync(report, '{"t":"好","y":1}\n');
  await expect(adapt('--corrections', report, '--out', folder)).rejects.toThrow(/would be written over/);
  await expect(adapt('--corrections', report, '--out', report)).rejects.toThrow(/no folder/);
  await expect(adapt('--corrections', '-', '--unlabelled', '-', '--out', folder)).rejects.toThrow(/only one/);
  writeFileSync(join(folder, 'text.bin'), 'own weights');
  const lessons = join(folder, 'lessons');
  writeFileSync(lessons, '{"t":"好","y":1}\n');
  await expect(adapt('--corrections', lessons, '--out', folder)).rejects.toThrow(/other weights/);
  expect(readFileSync(join(folder, 'text.bin'), 'utf8')).toBe('own weights');
  expect(existsSync(join(folder, 'shop.bin'))).toBe(false);
});
