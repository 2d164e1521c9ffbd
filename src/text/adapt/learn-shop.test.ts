import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../kit/seeded.ts';
import { createEngine } from '../engine.ts';
import type { TextModel } from '../model.ts';
import { loadModel } from '../node/load-engine.ts';
import type { Lesson } from './adapt.contract.ts';
import { learnShop } from './learn-shop.ts';
import { nameShop, readShop, writeShop } from './shop-bytes.ts';
import { createStudy, type Study } from './study.ts';
import { teachingOrder } from './teaching-order.ts';

let model: TextModel;
let study: Study;
beforeAll(async () => {
  model = await loadModel();
  study = createStudy(model);
});

const GOOD = ['很好', '喜欢', '满意', '不错', '推荐'];
const BAD = ['太差', '失望', '难用', '垃圾', '后悔'];
const THINGS = ['杯子', '袋子', '盖子', '手柄', '按钮', '灯', '味道', '颜色', '包装', '客服'];

/** Texts of a shop in whose trade "炸裂" is praise, and plain ones beside them. */
function shopTexts(count: number): { text: string; y: 1 | -1 }[] {
  const random = seeded(5);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const y = index % 2 === 0 ? (1 as const) : (-1 as const);
    const mood = y > 0 ? pick(GOOD) : pick(BAD);
    return { text: `${pick(THINGS)}${mood}，${pick(THINGS)}也${mood}，第${index}次买`, y };
  });
}

function lessonsOf(rows: readonly { text: string; y: 1 | -1 }[]): Lesson[] {
  return rows.map(({ text, y }) => ({ text, sentiment: y > 0 ? 'positive' : 'negative' }));
}

describe('a shop teaches', () => {
  it('a word of its own after a few corrections', () => {
    const before = createEngine(model).judge('这味道真是炸裂开了').sentiment.probability;
    const wanted = before > 0.5 ? 'negative' : 'positive';
    const lessons: Lesson[] = ['这款炸裂开了', '炸裂开了真是', '味道炸裂开了', '今天的也炸裂开了'].map((text) => ({
      text,
      sentiment: wanted,
    }));
    const { weights } = learnShop({ study, lessons });
    const engine = createEngine(model, weights);
    expect(engine.version).toBe(`${study.base}+${weights.id}`);
    for (const { text } of lessons) expect(engine.judge(text).sentiment.probability > 0.5).toBe(wanted === 'positive');
    const after = engine.judge('这味道真是炸裂开了').sentiment.probability;
    expect(wanted === 'positive' ? after - before : before - after).toBeGreaterThan(0.05);
    expect(engine.judge('这款，炸裂开了！').sentiment.probability > 0.5).toBe(wanted === 'positive');
  });

  it('an intent, an aspect, advertising and an alarm it sees otherwise', () => {
    const text = '暗号蓝鲸七号集合了';
    const lessons: Lesson[] = [
      { text, intents: ['buy'], aspects: [{ aspect: 'stream', polarity: 0 }], isSpam: true, isUrgent: true },
    ];
    const { weights, report } = learnShop({ study, lessons });
    expect(report.heads).toEqual(
      expect.arrayContaining(['near.intent.buy', 'near.aspect.stream', 'spam', 'near.urgent']),
    );
    const judged = createEngine(model, weights).judge(text);
    expect(judged.intents).toContain('buy');
    expect(judged.aspects.map((item) => item.aspect)).toContain('stream');
    expect(judged.spam.score).toBeGreaterThan(0.5);
    expect(judged.urgency.level).toBe('high');
    expect(judged.class).toBe('urgent');
    const other = createEngine(model, weights).judge('物流很快，包装完好，非常满意');
    expect(other.urgency.level).toBe('none');
    expect(other.spam.score).toBeLessThan(0.5);
  });

  it('no alarm, intent or aspect to other texts before three lessons agree', () => {
    const ends = ['已经囤了两瓶', '已经囤了三瓶给家里人', '还会再买', '朋友也在用', '推荐给大家', '一直用这个'];
    const praise = ends.map((end) => `很保湿，吸收快，一点不油腻，${end}`);
    const wrong: Lesson = {
      text: praise[0]!,
      isUrgent: true,
      intents: ['ask'],
      aspects: [{ aspect: 'stream', polarity: -1 }],
    };
    const base = createEngine(model);
    const labels = (engine: typeof base, text: string) => {
      const { urgency, class: kind, intents, aspects } = engine.judge(text, { rating: 5 });
      return { level: urgency.level, kind, intents, aspects: aspects.map((one) => `${one.aspect}${one.polarity}`) };
    };
    const taught = createEngine(model, learnShop({ study, lessons: [wrong] }).weights);
    for (const text of praise.slice(1)) expect(labels(taught, text), text).toEqual(labels(base, text));
    // Its copy follows, but for the alarm: the base is sure that it is praise.
    const copy = labels(taught, `${praise[0]}！`);
    expect(copy).toMatchObject({ level: 'none', aspects: [expect.stringContaining('stream')] });
    expect(copy.intents).toContain('ask');
  });

  it('a rule about alarms from three lessons that agree, unless lessons left out speak against it', () => {
    const words = ['今天', '昨晚', '刚才', '上周', '早上', '又'];
    const odd = words.map((when) => `${when}暗号蓝鲸七号集合了，请各位注意`);
    const teach = (lessons: Lesson[]) => createEngine(model, learnShop({ study, lessons }).weights);
    const urgent = odd.slice(0, 4).map((text): Lesson => ({ text, isUrgent: true }));
    expect(teach(urgent).judge(odd[5]!).urgency.level).toBe('high');
    expect(teach(urgent.slice(0, 2)).judge('暗号白鹭九号已经解散了，请各位注意').urgency.level).toBe('none');
    const against = Array.from({ length: 12 }, (_, at): Lesson => {
      return { text: `${odd[at % 6]}第${at}回`, isUrgent: at % 4 === 0 };
    });
    expect(learnShop({ study, lessons: against }).report.heads).not.toContain('urgent');
  });

  it('the same weights by the same lessons', () => {
    const rows = shopTexts(1000);
    const input = { study, lessons: lessonsOf(rows.slice(0, 60)), unlabelled: rows.map((row) => row.text) };
    const one = learnShop(input);
    const two = learnShop({ ...input, study: createStudy(model) });
    expect(two.weights).toEqual(one.weights);
    expect(two.report).toEqual(one.report);
  });

  it('nothing that its lessons contradict', () => {
    const rows = shopTexts(1000);
    // Labels of chance: nothing can be learned from them, so the base must stay at least as good on those left out.
    const random = seeded(3);
    const lessons = lessonsOf(rows.slice(0, 200).map((row) => ({ ...row, y: random() > 0.5 ? 1 : -1 })));
    const { report } = learnShop({ study, lessons, unlabelled: rows.map((row) => row.text) });
    expect(report.shadow!.shop).toBeGreaterThanOrEqual(report.shadow!.base);
    // Lessons that say the opposite of what texts and base agree on: the label-free part must go.
    const reversed = lessonsOf(rows.slice(0, 200).map((row) => ({ ...row, y: row.y > 0 ? -1 : 1 })));
    const turned = learnShop({ study, lessons: reversed, unlabelled: rows.map((row) => row.text) });
    expect(turned.report.shadow!.shop).toBeGreaterThanOrEqual(turned.report.shadow!.base);
  });

  it('and says that it is better only where that was measured', () => {
    const one = learnShop({ study, lessons: [{ text: '暗号蓝鲸七号', sentiment: 'negative' }] }).report;
    expect(one).toMatchObject({ isLearned: true, isBetter: null, shadow: null });
    const none = learnShop({ study, lessons: [] }).report;
    expect(none).toMatchObject({ isLearned: false, isBetter: null });
    const { report } = learnShop({ study, lessons: lessonsOf(shopTexts(60)) });
    expect(report.isBetter).toBe(report.shadow!.shop > report.shadow!.base);
  });

  it('and counts what that does to lessons called neutral', () => {
    const rows = shopTexts(200);
    const sided = lessonsOf(rows.slice(0, 60));
    const { shadow } = learnShop({ study, lessons: sided }).report;
    expect(shadow).toMatchObject({ lessons: 60, neutral: 0 });
    const neutral = ['到了', '帮别人买的', '还没用', '不予置评', '收到'].map(
      (text): Lesson => ({ text, sentiment: 'neutral' }),
    );
    const counted = learnShop({ study, lessons: [...sided, ...neutral] }).report.shadow!;
    expect(counted).toMatchObject({ lessons: 65, neutral: 5 });
    const right = neutral.filter(({ text }) => study.read(text).judgement.sentiment.label === 'neutral').length;
    expect(counted.base).toBeCloseTo((shadow!.base * 60 + right) / 65);
  });

  it('nothing without a label from too few texts or from texts without two sides', () => {
    const few = learnShop({ study, lessons: [], unlabelled: shopTexts(300).map((row) => row.text) });
    expect(few.report.isSelfTrained).toBe(false);
    expect(few.weights.buckets.length).toBe(0);
    const praised = (text: string) => study.read(text).judgement.sentiment.probability > 0.6;
    const one = shopTexts(3000).flatMap((row) => (row.y > 0 && praised(row.text) ? [row.text] : []));
    expect(one.length).toBeGreaterThan(1000);
    expect(learnShop({ study, lessons: [], unlabelled: one }).report.isSelfTrained).toBe(false);
  });

  it('no other base than the one it was taught on', () => {
    const { weights } = learnShop({ study, lessons: [{ text: '很好', sentiment: 'negative' }] });
    expect(() => createEngine(model, { ...weights, base: 'huiyin-text@0.0.1' })).toThrow('weights of a shop for');
    const again = learnShop({ study, lessons: [], previous: { ...weights, base: 'huiyin-text@0.0.1' } });
    expect(again.weights.selfTrained).toBeNull();
  });

  it('keeps what it learned without labels when only lessons come in', () => {
    const rows = shopTexts(1000);
    const nightly = learnShop({ study, lessons: [], unlabelled: rows.map((row) => row.text) });
    expect(nightly.report.isSelfTrained).toBe(true);
    const lesson: Lesson = { text: '这次的颜色一言难尽', sentiment: 'positive' };
    const now = learnShop({ study, lessons: [lesson], previous: nightly.weights });
    expect(now.weights.selfTrained).toEqual(nightly.weights.selfTrained);
    expect(createEngine(model, now.weights).judge(lesson.text).sentiment.probability).toBeGreaterThan(0.5);
  });
});

describe('the bytes of a shop', () => {
  const unnamed = () => {
    const { format: _, id: __, ...rest } = learnShop({ study, lessons: lessonsOf(shopTexts(80)) }).weights;
    return rest;
  };

  it('come back as they were and carry their own name', () => {
    const shop = unnamed();
    const bytes = writeShop(shop);
    const back = readShop(bytes);
    expect(back).toEqual(nameShop(shop));
    expect(bytes.length).toBeLessThan(300_000);
  });

  it('are refused when anything about them is changed', () => {
    const bytes = writeShop(unnamed());
    const random = seeded(9);
    for (let round = 0; round < 300; round += 1) {
      const bad = bytes.slice();
      const at = Math.floor(random() * bad.length);
      bad[at]! ^= 1 + Math.floor(random() * 255);
      expect(() => readShop(bad)).toThrow();
      expect(() => readShop(bytes.slice(0, at))).toThrow();
      const noise = Uint8Array.from({ length: at }, () => Math.floor(random() * 256));
      expect(() => readShop(noise)).toThrow();
    }
  });
});

describe('the order of teaching', () => {
  it('asks the doubtful first, copies once, and the subjects in turn', () => {
    const engine = createEngine(model);
    const texts = ['物流很快，非常满意', '还行吧，物流一般', '还行吧，物流一般！', '凑合，包装一般', '垃圾，退货'];
    const order = teachingOrder(texts.map((text) => ({ text, judgement: engine.judge(text) })));
    expect(order.length).toBe(4);
    const places = order.map((item) => item.text);
    expect(places.indexOf('垃圾，退货')).toBeGreaterThan(places.indexOf('凑合，包装一般'));
  });
});
