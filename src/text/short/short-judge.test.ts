import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../node/load-engine.ts';
import { INTENT_BITS, type ShortJudge } from './short.contract.ts';
import { createShortJudge } from './short-judge.ts';

let short: ShortJudge;
beforeAll(async () => {
  short = createShortJudge(await loadModel());
});

describe('a live message', () => {
  it.each([
    '这个多少钱',
    '有没有大码',
    '甜不甜啊',
    '什么时候发货',
    '能送到新疆吗',
    '几号发货',
    '敏感肌可以用吗',
    '还有货没',
    '3号链接多少钱',
    'how much is it',
    'do you ship to canada',
    '是正品么',
    '一箱几斤?',
  ])('asks: %s', (text) => expect(short.read(text).isQuestion).toBe(true));

  it.each([
    '主播好漂亮',
    '好几个都坏了',
    '666',
    '哈哈哈哈',
    '?????',
    '已拍',
    '蓝色L',
    'love this color',
    '来了来了',
    '1',
    '买了两件',
  ])('does not ask: %s', (text) => expect(short.read(text).isQuestion).toBe(false));

  it.each([
    ['1', 'code', { code: 1 }],
    ['扣1', 'code', { code: 1 }],
    ['扣 666', 'code', { code: 666 }],
    ['+1', 'code', { code: 1 }],
    ['要', 'want', {}],
    ['我要了', 'want', {}],
    ['要两件', 'want', { quantity: 2 }],
    ['来3套', 'want', { quantity: 3 }],
    ['拍了', 'done', {}],
    ['已拍', 'done', {}],
    ['已下单！', 'done', {}],
    ['拍了2件', 'done', { quantity: 2 }],
    ['3号链接', 'want', { number: 3 }],
    ['三号', 'want', { number: 3 }],
    ['链接3', 'want', { number: 3 }],
    ['要12号链接', 'want', { number: 12 }],
    ['求十二号链接', 'want', { number: 12 }],
    ['link 4 please', 'want', { number: 4 }],
    ['蓝色L', 'want', { specFrom: 0, specTo: 3 }],
    ['要黑色 XL码', 'want', { specFrom: 1, specTo: 7 }],
    ['5号 M 一件', 'want', { number: 5, quantity: 1 }],
    ['42码', 'want', { specFrom: 0, specTo: 3 }],
    ['ordered!', 'done', {}],
    ['i want 2 pcs', 'want', { quantity: 2 }],
  ])('claims: %s is %s %j', (text, claim, more) => {
    const reading = short.read(text);
    expect(reading).toMatchObject({ claim, ...more });
    expect(reading.intents & INTENT_BITS.buy).not.toBe(0);
    expect(reading.sentiment).toBe(0);
  });

  it.each([
    '666',
    '主播好美',
    '3号楼的快递到了',
    '11月3号发货',
    '蓝色好看',
    '价格太贵了',
    '要是能便宜点就好了',
    '我1点再来',
    '质量1般',
    'nice one',
    'medium quality',
  ])('claims nothing: %s', (text) => expect(short.read(text).claim).toBe('none'));

  it.each([
    ['3号链接多少钱', 3],
    ['主播看看二号链接', 2],
    ['how much is item 7', 7],
    ['链接5有货吗', 5],
    ['11月3号发货', 0],
    ['3号楼的快递到了', 0],
    ['买了3件', 0],
  ])('names a link: %s → %i', (text, number) => expect(short.read(text).number).toBe(number));

  it('gives one key to spellings of the same, and others to what differs', () => {
    const keyOf = (text: string) => `${short.read(text).keyHigh}.${short.read(text).keyLow}`;
    for (const group of [
      ['好看', '好看！！！', '好看😍😍', ' 好 看~', '好看好看好看', '好看[笑哭]', '好好看看'],
      ['LOVE IT', 'love it!!', 'ｌｏｖｅ　ｉｔ'],
      ['多少钱', '多少钱？？', '多少錢'],
      ['😂😂😂', '😂'],
    ]) {
      expect(new Set(group.map(keyOf)).size, group.join(' ')).toBe(1);
    }
    const apart = ['1', '11', '3号', '30号', '好看', '不好看', '😂', '😍', '', '多少', '多少钱'];
    expect(new Set(apart.map(keyOf)).size).toBe(apart.length);
  });

  it('hears praise, blame, hazard and advertising', () => {
    expect(short.read('质量太好了，非常喜欢')).toMatchObject({ sentiment: 1 });
    expect(short.read('质量太差了，骗人的')).toMatchObject({ sentiment: -1 });
    expect(short.read('太差了').intents & INTENT_BITS.complain).not.toBe(0);
    expect(short.read('用了脸上过敏了，又红又肿').isAlarming).toBe(true);
    expect(short.read('主播好美').isAlarming).toBe(false);
    expect(short.read('加我微信领红包').isAdvertising).toBe(true);
    expect(short.read('看看 https://a.example/x').isAdvertising).toBe(true);
    expect(short.read('哈哈哈哈哈')).toMatchObject({ isCheer: true, sentiment: 0 });
  });

  it('hears nothing of the message before', () => {
    short.read('3号链接还有货吗');
    expect(short.read('3')).toMatchObject({ claim: 'code', number: 0, code: 3 });
  });

  it('returns the same object, and reads any text', () => {
    const one = short.read('要');
    expect(short.read('')).toBe(one);
    for (const text of [
      '',
      ' ',
      '\ud83d',
      '好'.repeat(5000),
      '1'.repeat(5000),
      '#',
      '+',
      '号',
      '\u202e',
      '[',
      '9号'.repeat(999),
    ])
      short.read(text);
  });
});

describe('a bare number', () => {
  it.each(['666', '6666', '233', '2333', '88', '520', '1314'])(
    'that viewers type for a word is no claim: %s',
    (text) => {
      const read = short.read(text);
      expect([read.claim, read.number]).toEqual(['none', 0]);
    },
  );

  it.each(['1', '3号', '66号', '扣1'])('claims otherwise: %s', (text) =>
    expect(short.read(text).claim).not.toBe('none'),
  );
});
