// Renames a theme, sets its keywords, switches it on or off.
import type { Env } from '../../../../../ground/env.ts';
import { editTheme, type ThemeEdit } from '../../core/change-taxonomy.ts';
import { changeTaxonomy } from '../change-taxonomy.ts';

/** @param input.version the version of the theme the editor saw */
export function changeTheme(env: Env, input: { key: string; version: number } & ThemeEdit) {
  const { key, version: seen, ...edit } = input;
  return changeTaxonomy(env, key, (all, version) => editTheme(all, version, key, seen, edit));
}
