// Undoes a merge of themes.
import type { Env } from '../../../../../ground/env.ts';
import { unmergeTheme as splitTheme } from '../../core/change-taxonomy.ts';
import { changeTaxonomy } from '../change-taxonomy.ts';

export function unmergeTheme(env: Env, input: { key: string }) {
  return changeTaxonomy(env, input.key, (all, version) => splitTheme(all, version, input.key));
}
