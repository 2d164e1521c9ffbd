// The abuse head: offensive posts and written insults against ordinary talk, without the rows of the published test.
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import { readInsults } from '../labels/marked/read-marked.ts';
import { foldOf, readSet } from '../read-sets.ts';
import { every, serviceTurns } from './head-task.ts';
import { fitOwnHead, type OwnRow } from './own-head.ts';

/** Shop talk is harmless; it counts little, since it is many and easy. */
const ORDINARY_COST = 0.2;
/** Written insults of a room and a shop, and complaints that sound like them, beside posts about groups of people. */
const WRITTEN_COST = 4;
/** Reviews that are angry with goods, beside posts that are angry with people. */
const ANGRY_COST = 3;
const ANGRY = /骗|恶心|垃圾|坑|无语|差劲|恶劣|气死|不要脸|黑心/u;
const INSULTING = /妈的|尼玛|傻|操|狗|逼|滚|死全家|贱|婊|畜|你妈|他妈|去死/u;

function abuseRows(): OwnRow[] {
  const posts = readSet('cold_offensive').flatMap((item): OwnRow[] => {
    if (item.split === 'test') return [];
    return [{ text: item.t, y: item.y === 1 ? 1 : -1, cost: 1, use: foldOf(item.t) < 8 ? 'train' : 'dev' }];
  });
  const ordinary = [
    ...every('eprstmt_unlabelled', 12),
    ...every('waimai_10k', 10),
    ...every('online_shopping_10_cats', 40),
    ...every('bilibili_danmaku', 10),
    ...serviceTurns(30),
  ].filter((text) => foldOf(text) < 8);
  const angry = ['eprstmt_unlabelled', 'waimai_10k', 'online_shopping_10_cats']
    .flatMap((set) => every(set, 3))
    .filter((text) => foldOf(text) < 8 && text.length < 120 && ANGRY.test(text) && !INSULTING.test(text));
  const written = readInsults().map(
    ({ text, mark }): OwnRow => ({
      text,
      y: mark === '1' ? 1 : -1,
      cost: WRITTEN_COST,
      use: foldOf(text) < 8 ? 'train' : 'dev',
    }),
  );
  const calm =
    (cost: number) =>
    (text: string): OwnRow => ({ text, y: -1, cost, use: 'train' });
  return [...posts, ...written, ...angry.map(calm(ANGRY_COST)), ...ordinary.map(calm(ORDINARY_COST))];
}

function fitAbuse(log: (line: string) => void): FittedHead[] {
  const fitted = fitOwnHead('abuse', abuseRows(), { c: 0.5, keep: 30_000, even: true });
  const { positives, precision, recall } = fitted.dev;
  log(`abuse: dev positives ${positives}, P ${(precision * 100).toFixed(1)} R ${(recall * 100).toFixed(1)}`);
  return [fitted];
}

export const abuseTask = (): OwnFit => ({ fit: fitAbuse });
