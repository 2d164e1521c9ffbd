import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../../../text/node/load-engine.ts';
import type { FaultReading } from '../../../../../text/short/live-head.ts';
import { createShortJudge } from '../../../../../text/short/short-judge.ts';
import { engine, lexicon, SHELF } from '../../server/analyser.fixture.ts';
import { ShelfIndex } from '../shelf-index.ts';
import { CommentReader } from './comment-reader.ts';
import { likeness } from './grams.ts';

const shelf = new ShelfIndex();
shelf.set([...SHELF, { productId: 'p9', index: 9, title: '清爽防晒霜', aliases: ['防晒'], price: null }]);
const model = await loadModel();
const reader = new CommentReader(createShortJudge(model), engine, lexicon, shelf);

describe('reading a live comment', () => {
  it.each([
    ['这个什么价格呀主播', 'ask.price'],
    ['3号链接多少钱', 'ask.price'],
    ['防晒多少钱', 'ask.price'],
    ['160斤穿什么码', 'ask.size'],
    ['还有货吗', 'ask.stock'],
    ['什么时候发货', 'ask.shipping'],
    ['孕妇可以用吗', 'ask.usage'],
    ['会起球吗', 'ask.usage'],
    ['会过敏吗', 'ask.usage'],
    ['不合适可以退吗', 'ask.aftersale'],
    ['求链接', 'ask.link'],
    ['是正品吗', 'ask.other'],
    ['起球了', 'complain.quality'],
    ['怎么又没声音了', 'complain.stream'],
    ['有声音了，好了', 'other'],
    ['为什么还没发货', 'complain.shipping'],
    ['客服不理人', 'complain.service'],
    ['太贵了吧', 'complain.price'],
    ['用了脸上过敏了', 'risk.safety'],
    ['颜值爆炸', 'praise'],
    ['我对海鲜过敏，能吃吗', 'ask.usage'],
    ['这家卖的是假货', 'risk.fake'],
    ['上次在别家买到假货', 'other'],
    ['不是说99吗怎么付款是199', 'risk.price_error'],
    ['我今年12岁能买吗', 'risk.minor'],
    ['给12岁的孩子穿多大', 'ask.size'],
    ['打给我 [phone]', 'risk.privacy'],
    ['已拍', 'buy.done'],
    ['3号来2件', 'claim.code'],
    ['扣1', 'claim.code'],
    ['来了来了', 'greeting'],
    ['哈哈哈哈', 'noise'],
    ['how much is this', 'ask.price'],
    ['does it run small', 'ask.size'],
    ['mine fell apart after one wash', 'complain.quality'],
    ['no sound', 'complain.stream'],
    ['it burned my skin', 'risk.safety'],
    ['another brand gave me a rash so I switched', 'other'],
    ['掉色吗主播👍', 'ask.usage'],
    ['不会烂脸吧', 'ask.usage'],
    ['坏了怎么办', 'ask.aftersale'],
    ['我手烫伤了停不下来哈哈', 'other'],
    ['这手速我报警了', 'other'],
    ['主播这么便宜我报警了', 'praise'],
    ['客服态度很好', 'praise'],
    ['隔壁直播间卡死了来这边', 'other'],
    ['翻车了哈哈', 'praise'],
    ['坚果一股哈喇味', 'complain.quality'],
    ['湿巾一扯就断', 'complain.quality'],
    ['别家才59', 'complain.price'],
    ['说好的最低价呢', 'complain.price'],
    ['物流三天没动了', 'complain.shipping'],
    ['问一句就把我禁言', 'complain.service'],
    ['价格设错了吧', 'risk.price_error'],
    ['怎么9块钱就能拍', 'risk.price_error'],
    ['serum how much', 'ask.price'],
    ['hi where is the linkkkk', 'ask.link'],
    ['how do I get the coupon', 'ask.price'],
    ['where is my order', 'ask.shipping'],
    ['why did the price go up', 'complain.price'],
    ['the other live is so laggy', 'other'],
  ])('%s → %s', (text, expected) => expect(reader.read(text).class).toBe(expected));

  it.each(['no pilling after ten washes', 'no holes after a year'])('takes no denied fault for a fault: %s', (text) => {
    expect(['other', 'praise']).toContain(reader.read(text).class);
  });

  it('finds wordings of one question alike, and others not', () => {
    const alike = (a: string, b: string) => likeness(reader.read(a), reader.read(b));
    expect(alike('多少钱', '主播这个什么价格呀')).toBe(1);
    expect(alike('什么时候发货', '几天能发货呀')).toBeGreaterThan(0.5);
    expect(alike('孕妇可以用吗', '敏感肌可以用吗')).toBeLessThan(0.5);
    expect(alike('起球吗', '会不会起球啊')).toBeGreaterThan(0.5);
  });

  it('keeps what presses, whatever the load', () => {
    expect(reader.isPressing('充电器冒烟了')).toBe(true);
    expect(reader.isPressing('今天天气不错')).toBe(false);
  });
});

describe('reading what no list has', () => {
  it.each([
    ['用一周就充不了了', 'complain.quality'],
    ['我的券没了', 'complain.price'],
    ['刚才还便宜二十呢', 'complain.price'],
    ['昨天晚上看着是69', 'complain.price'],
    ['it was 36 yesterday', 'complain.price'],
    ['my son is 14 and used my card', 'risk.minor'],
    ['我儿子10岁自己下的单', 'risk.minor'],
    ['my son is 14 and loves it', 'praise'],
  ])('%s → %s', (text, expected) => expect(reader.read(text).class).toBe(expected));

  it('takes an unread line with a bad tone for a hint, and a second fault too', () => {
    const busy = reader.read('打你们电话永远占线');
    expect(busy.hint?.class ?? busy.class).toBe('complain.service');
    expect(reader.read('催发货没人理').hint?.class).toBe('complain.shipping');
    expect(reader.read('今天下雨堵车刚到家').hint).toBeNull();
    expect(reader.read('起球吗').hint).toBeNull();
  });

  it('reads the price somebody tells, and no other sum', () => {
    expect(reader.read('9号链接才0.1块赶紧拍').sum).toBe(0.1);
    expect(reader.read("it's showing $2 lol").sum).toBe(2);
    for (const text of ['才便宜2块', '显示运费8块', '才3天就到了', 'only 2 left'])
      expect(reader.read(text).sum).toBeNull();
  });
});

describe('reading with a trained head', () => {
  const told = (more: Partial<FaultReading>): FaultReading => ({
    odds: 2,
    level: 'plain',
    class: 'complain.quality',
    matter: 'quality/wear',
    isSure: false,
    ...more,
  });
  const readWith = (answer: FaultReading, text: string) => {
    const short = { ...createShortJudge(model), readFault: () => answer };
    return new CommentReader(short, engine, lexicon, shelf).read(text);
  };

  it('names a plain fault no list has, and takes a weaker one for a hint', () => {
    const plain = readWith(told({}), '今天看着像只刺猬');
    expect(plain).toMatchObject({ class: 'complain.quality', matter: 'quality/wear', hint: null, isOpen: true });
    const weak = readWith(told({ level: 'hint' }), '今天看着像只刺猬');
    expect(weak).toMatchObject({ class: 'other', hint: { class: 'complain.quality' }, isOpen: true });
    expect(readWith(told({ level: 'open', class: '' }), '今天看着像只刺猬').hint).toBeNull();
  });

  it('keeps a danger no list names a hint', () => {
    const danger = readWith(told({ class: 'risk.safety', matter: 'safety/body' }), '今天看着像只刺猬');
    expect(danger).toMatchObject({ class: 'other', hint: { class: 'risk.safety' } });
  });

  it('takes back what is plainly talk, but never a danger', () => {
    const talk = told({ level: 'talk', class: '', matter: '' });
    expect(readWith(talk, '我家猫也起球了整天咬沙发')).toMatchObject({
      class: 'other',
      hint: { class: 'complain.quality' },
    });
    // Nothing but the listed words: there is no talk around them to go by.
    expect(readWith(talk, '起球了').class).toBe('complain.quality');
    expect(readWith(talk, '打给我 [phone]').class).toBe('risk.privacy');
    expect(readWith(talk, '用了脸上过敏了').class).toBe('risk.safety');
  });

  it('hears a sure fault behind the form of a question, and a surer one than the lists name', () => {
    expect(readWith(told({}), '多少钱').class).toBe('ask.price');
    expect(readWith(told({ isSure: true }), '怎么缩成这样').class).toBe('complain.quality');
    const other = readWith(told({ isSure: true, class: 'complain.stream', matter: 'stream/sound' }), '起球了');
    expect(other).toMatchObject({ class: 'complain.stream', hint: { class: 'complain.quality' } });
  });
});
