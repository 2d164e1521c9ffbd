// The abuse head: offensive posts against ordinary ones, without the rows of the published test.
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import { foldOf, readSet } from '../read-sets.ts';
import { every, serviceTurns } from './head-task.ts';
import { fitOwnHead, type OwnRow } from './own-head.ts';

/** Shop talk is harmless; it counts little, since it is many and easy. */
const ORDINARY_COST = 0.2;

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
  return [...posts, ...ordinary.map((text): OwnRow => ({ text, y: -1, cost: ORDINARY_COST, use: 'train' }))];
}

function fitAbuse(log: (line: string) => void): FittedHead[] {
  const fitted = fitOwnHead('abuse', abuseRows(), { c: 0.5, keep: 30_000, even: true });
  const { positives, precision, recall } = fitted.dev;
  log(`abuse: dev positives ${positives}, P ${(precision * 100).toFixed(1)} R ${(recall * 100).toFixed(1)}`);
  return [fitted];
}

export const abuseTask = (): OwnFit => ({ fit: fitAbuse });
