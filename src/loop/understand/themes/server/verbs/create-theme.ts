// Adds a leaf of the workspace's own.
import type { Env } from '../../../../../ground/env.ts';
import { addLeaf } from '../../core/change-taxonomy.ts';
import { changeTaxonomy } from '../change-taxonomy.ts';

/** @param input.key made from the English name when left out */
export function createTheme(
  env: Env,
  input: { parent: string; key?: string | undefined; zh: string; en: string; keywords: string[] },
) {
  return changeTaxonomy(env, null, (all, version) => addLeaf(all, version, input));
}
