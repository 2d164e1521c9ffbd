// A learning beside the process gives what it gives inside, and says why when it cannot.
import { expect, it } from 'vitest';
import { learnShop } from '../../../../text/adapt/learn-shop.ts';
import { readShop } from '../../../../text/adapt/shop-bytes.ts';
import { createStudy } from '../../../../text/adapt/study.ts';
import { loadModel } from '../../../../text/node/load-engine.ts';
import { learnApart } from './learn-apart.ts';

const THINGS = ['杯子', '风扇', '耳机', '毛巾', '雨伞', '台灯', '键盘', '拖鞋', '水壶', '书包'];
const GOOD = ['用着很顺手', '颜色好看', '做工细', '客服热情', '到货快', '还会再来'];
const BAD = ['用两天就坏了', '掉色严重', '做工粗糙', '客服不理人', '等了半个月', '再也不来'];
const texts = THINGS.flatMap((thing, at) =>
  [...GOOD, ...BAD].flatMap((said) =>
    Array.from({ length: 8 }, (_, turn) => `${thing}${said}，第${turn + 1}次买${at}号`),
  ),
);
const lessons = Array.from({ length: 40 }, (_, at) => ({
  text: `这台机器又开始${at % 2 ? '蜂鸣' : '哼歌'}了第${at}次`,
  sentiment: at % 2 ? ('negative' as const) : ('positive' as const),
}));

it('the same bytes as in the process', async () => {
  const apart = await learnApart({ lessons, unlabelled: texts, previous: null });
  const inside = learnShop({ study: createStudy(await loadModel(), 2000), lessons, unlabelled: texts });
  expect(texts.length).toBeGreaterThan(900);
  expect(readShop(apart.weights)).toEqual(inside.weights);
  expect(apart.report).toEqual(inside.report);
});

it('says what went wrong', async () => {
  await expect(learnApart({ lessons, unlabelled: [], previous: new Uint8Array(64) })).rejects.toThrow(
    'not the weights of a shop',
  );
});
