// Lets one theme take another over.
import type { Env } from '../../../../../ground/env.ts';
import { mergeThemes } from '../../core/change-taxonomy.ts';
import { changeTaxonomy } from '../change-taxonomy.ts';

export function mergeTheme(env: Env, input: { key: string; intoKey: string }) {
  return changeTaxonomy(env, input.key, (all, version) => mergeThemes(all, version, input.key, input.intoKey));
}
