// Rows of the abuse head: offensive posts against ordinary ones.
import { readSet } from '../read-sets.ts';
import { every, type HeadRow, type HeadTask, row, single } from './head-task.ts';

function abuseRows(): HeadRow[] {
  return [
    ...readSet('cold_offensive').map((item) => row(item.t, item.y === 1)),
    ...every('eprstmt_unlabelled', 12).map((text) => row(text, false)),
    ...every('waimai_10k', 10).map((text) => row(text, false)),
  ];
}

export const abuseTask = (): HeadTask => single('abuse', abuseRows(), 0.5, 60_000);
