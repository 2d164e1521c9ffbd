// Rows of the aspect heads: what a clause of a shop review is about.
import type { Aspect } from '../../judge.contract.ts';
import { readSet } from '../read-sets.ts';
import { type HeadTask, row } from './head-task.ts';

/** Contest aspect names to the names of our taxonomy. */
export const MAKEUP_ASPECTS: Readonly<Record<string, Aspect>> = {
  整体: 'overall',
  使用体验: 'experience',
  功效: 'effect',
  价格: 'price',
  物流: 'logistics',
  气味: 'smell',
  包装: 'packaging',
  真伪: 'authenticity',
  服务: 'service',
  成分: 'ingredients',
  尺寸: 'size',
  新鲜度: 'freshness',
};

export function aspectTask(): HeadTask {
  const set = readSet('zhijiang_makeup_absa');
  const labels = new Map<string, Int8Array>();
  for (const [name, aspect] of Object.entries(MAKEUP_ASPECTS)) {
    labels.set(
      `aspect.${aspect}`,
      Int8Array.from(set, (item) => ((item.a ?? []).some((tuple) => tuple[0] === name) ? 1 : -1)),
    );
  }
  return { names: [...labels.keys()], rows: set.map((item) => row(item.t, false)), labels, c: 1, keep: 12_000 };
}
