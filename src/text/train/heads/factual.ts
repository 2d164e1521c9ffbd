// Rows of the factual head: who states or asks against who judges.
import { readSet } from '../read-sets.ts';
import { every, type HeadRow, type HeadTask, row, serviceTurns, single } from './head-task.ts';

/** Factual tone against opinion: weibo marked neutral, service turns, chat and questions against reviews and moods. */
function factualRows(): HeadRow[] {
  return [
    ...readSet('smp2020_ewect').map((item) => row(item.t, String(item.y) === '0')),
    ...readSet('dianping_aste').flatMap((item) => {
      const list = item.a ?? [];
      const neutral = list.filter((tuple) => tuple[1] === 0).length;
      return neutral === list.length || neutral === 0 ? [row(item.t, neutral > 0)] : [];
    }),
    ...serviceTurns(3).map((text) => row(text, true)),
    ...every('nus_sms_zh_unlabelled', 8).map((text) => row(text, true)),
    ...every('clinc150', 8).map((text) => row(text, true)),
    ...every('banking77', 8).map((text) => row(text, true)),
    ...every('online_shopping_10_cats', 6).map((text) => row(text, false)),
    ...every('waimai_10k', 4).map((text) => row(text, false)),
    ...every('zhijiang_makeup_absa', 1).map((text) => row(text, false)),
    ...every('eprstmt', 1).map((text) => row(text, false)),
    ...every('amazon_polarity10k', 4).map((text) => row(text, false)),
  ];
}

export const factualTask = (): HeadTask => single('factual', factualRows(), 0.5, 40_000);
