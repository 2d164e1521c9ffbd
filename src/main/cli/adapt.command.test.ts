import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Lesson } from '../../text/adapt/adapt.contract.ts';
import { loadShopEngine } from '../../text/node/load-engine.ts';
import { adaptCommand } from './adapt.command.ts';
import { isThreeClass, readLesson, readText } from './adapt-lines.ts';
import { countRepeats } from './adapt-repeats.ts';
import { whyFewer } from './adapt-words.ts';

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
  expect(readLesson('{"t":"嗯","y":0}', { threeClass: true })).toEqual({ value: { text: '嗯', sentiment: 'neutral' } });
  expect(isThreeClass(['{"t":"a","y":0}', '{"t":"b","y":-1}'])).toBe(true);
  expect(readLesson('{"t":"慢","intents":["complain"],"aspects":[{"aspect":"logistics","polarity":-1}]}')).toEqual({
    value: { text: '慢', intents: ['complain'], aspects: [{ aspect: 'logistics', polarity: -1 }] },
  });
  expect(readLesson('{"t":"烫伤了","urgency":{"level":"high"}}')).toEqual({
    value: { text: '烫伤了', isUrgent: true },
  });
});

it('names what it cannot read, with the field and what is in it', () => {
  const faultOf = (line: string) => {
    const read = readLesson(line);
    return read !== null && 'fault' in read ? read.fault : null;
  };
  expect(faultOf('{"t":"好"')).toEqual({ error: 'not_json' });
  expect(faultOf('[1]')).toEqual({ error: 'not_an_object' });
  expect(faultOf('{"y":1}')).toEqual({ error: 'no_text', field: 't or text' });
  expect(faultOf('{"t":"好"}')).toMatchObject({ error: 'no_label' });
  expect(faultOf('{"t":"好","y":7}')).toEqual({ error: 'unknown_sentiment', field: 'y', value: '7' });
  const intents = '{"t":"好","intents":["buy","sing"]}';
  expect(faultOf(intents)).toEqual({ error: 'unknown_intent', field: 'intents', value: '"sing"' });
  expect(faultOf('{"t":"好","aspects":["moon"]}')).toEqual({
    error: 'unknown_aspect',
    field: 'aspects',
    value: '"moon"',
  });
  const flag = { error: 'unknown_flag', field: 'spam' };
  expect(faultOf('{"t":"好","spam":"maybe"}')).toEqual({ ...flag, value: '"maybe"' });
  expect(faultOf(`{"t":"好","spam":"${'长'.repeat(99)}"}`)?.value).toHaveLength(40);
  expect(faultOf('{"t":"好","y":"constructor"}')).toMatchObject({ error: 'unknown_sentiment', field: 'y' });
  expect(faultOf('{"t":"好","label":[1]}')).toMatchObject({ error: 'unknown_sentiment', field: 'label' });
  expect(faultOf('{"t":"好","aspects":[["quality","toString"]]}')).toMatchObject({ error: 'unknown_aspect' });
  expect(readLesson('{"t":"好","y":1,"intents":null,"aspects":null}')).toEqual({
    value: { text: '好', sentiment: 'positive' },
  });
  expect(isThreeClass(['{"t":"a","y":{"toString":null}}'])).toBe(false);
  expect(readText('a\0b')).toEqual({ fault: { error: 'not_text' } });
  expect(readLesson('  ')).toBeNull();
  expect(readText('物流太慢')).toEqual({ value: '物流太慢' });
  expect(readText('{"t":"物流太慢"}')).toEqual({ value: '物流太慢' });
  expect(readText('{"x":1}')).toEqual({ fault: { error: 'no_text', field: 't or text' } });
});

it('takes the text from where judge and duplicates take it', () => {
  expect(readLesson('{"t":"好","text":"差","y":1}')).toEqual({ value: { text: '好', sentiment: 'positive' } });
  expect(readLesson('{"t":"好","body":"差","y":1}', { field: 'body' })).toMatchObject({ value: { text: '差' } });
  expect(readText('{"t":"好","body":"差"}', { field: 'body' })).toEqual({ value: '差' });
});

it('counts corrections that repeat or contradict an earlier one', () => {
  const lessons: Lesson[] = [
    { text: 'a', sentiment: 'positive', intents: ['buy', 'praise'] },
    { text: 'a', sentiment: 'positive', intents: ['praise', 'buy'] },
    { text: 'a', isSpam: true },
    { text: 'b', sentiment: 'negative' },
    { text: 'a', sentiment: 'negative' },
  ];
  expect(countRepeats(lessons)).toEqual({ repeated: 3, contradicted: 1 });
});

it('says why not all unlabelled texts were used', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `${at % 15_000}`);
  expect(whyFewer(many, 5990)).toBe(
    '5000 repeat another; of 15000 different ones 6000 are taken, evenly from all; 10 were corrected or hold no words',
  );
  expect(whyFewer(['a', 'b'], 2)).toBe('');
});

it('writes weights that judge as corrected, and counts the lines it skipped', async () => {
  const corrections = join(folder, 'corrections.jsonl');
  const text = '暗号蓝鲸七号';
  writeFileSync(corrections, `{"t":"${text}","y":1}\n{"t":"${text}","y":-1}\nnot json\n{"t":"${text}一二三","y":-1}\n`);
  const out = join(folder, 'shop');
  await adaptCommand().parseAsync(['--corrections', corrections, '--out', out], { from: 'user' });
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({ lessons: 2, skipped: 1, unlabelled: 0, isSelfTrained: false });
  expect(report).toMatchObject({ repeated: 1, contradicted: 1, isLearned: true, isBetter: null, shadow: null });
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
  await expect(adapt('--corrections', report, '--out', join(report, 'a', 'b'))).rejects.toThrow(
    /report\.json is a file/,
  );
  const table = join(folder, 'reviews.CSV');
  await expect(adapt('--unlabelled', table, '--out', folder)).rejects.toThrow(/--unlabelled: .*is a table/);
  await expect(adapt('--corrections', '-', '--unlabelled', '-', '--out', folder)).rejects.toThrow(/only one/);
  writeFileSync(join(folder, 'text.bin'), 'own weights');
  const lessons = join(folder, 'lessons');
  writeFileSync(lessons, '{"t":"好","y":1}\n');
  await expect(adapt('--corrections', lessons, '--out', folder)).rejects.toThrow(/other weights/);
  expect(readFileSync(join(folder, 'text.bin'), 'utf8')).toBe('own weights');
  expect(existsSync(join(folder, 'shop.bin'))).toBe(false);
});
