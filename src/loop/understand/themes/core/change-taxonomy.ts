// What may be done to the taxonomy, decided over the whole of it.
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { cleanKeywords } from './keyword-rules.ts';
import { keyFor, type ThemeRow } from './taxonomy.ts';

export interface ThemeEdit {
  zh?: string | undefined;
  en?: string | undefined;
  enabled?: boolean | undefined;
  keywords?: string[] | undefined;
}

export interface Changed {
  before: ThemeRow | null;
  after: ThemeRow;
  change: 'added' | 'renamed' | 'keywords' | 'enabled' | 'disabled' | 'merged' | 'unmerged';
}

/** A new leaf below an upper theme. */
export function addLeaf(
  all: readonly ThemeRow[],
  version: number,
  input: { parent: string; key?: string | undefined; zh: string; en: string; keywords: string[] },
): Result<Changed, 'unknown_parent' | 'key_taken' | 'invalid_theme_key' | 'name_taken'> {
  if (!all.some((theme) => theme.key === input.parent && theme.parent === null)) return refuse('unknown_parent');
  const twin = twinName(all, input.parent, null, input);
  if (twin) return refuse('name_taken', [{ path: twin, code: 'name_taken' }]);
  const taken = (key: string) => all.some((theme) => theme.key === key);
  let key = input.key ?? keyFor(input.parent, input.en);
  if (!key.startsWith(`${input.parent}.`)) return refuse('invalid_theme_key');
  if (taken(key)) {
    if (input.key) return refuse('key_taken');
    let number = 2;
    while (taken(`${key}_${number}`)) number += 1;
    key = `${key}_${number}`;
  }
  const { parent, zh, en } = input;
  const after: ThemeRow = {
    key,
    parent,
    zh,
    en,
    enabled: true,
    keywords: cleanKeywords(input.keywords),
    mergedInto: null,
    own: true,
    version,
  };
  return ok({ before: null, after, change: 'added' });
}

/** New names, keywords or switch of one theme. @param seen version the editor had before him */
export function editTheme(
  all: readonly ThemeRow[],
  version: number,
  key: string,
  seen: number,
  edit: ThemeEdit,
): Result<Changed | null, 'not_found' | 'changed_meanwhile' | 'name_taken' | 'theme_takes_others'> {
  const before = all.find((theme) => theme.key === key);
  if (!before) return refuse('not_found');
  if (before.version !== seen) return refuse('changed_meanwhile');
  const renamed = {
    ...(edit.zh !== undefined && edit.zh !== before.zh ? { zh: edit.zh } : {}),
    ...(edit.en !== undefined && edit.en !== before.en ? { en: edit.en } : {}),
  };
  const twin = twinName(all, before.parent, key, renamed);
  if (twin) return refuse('name_taken', [{ path: twin, code: 'name_taken' }]);
  if (edit.enabled === false && before.enabled) {
    const other = all.find((theme) => isTakenFrom(theme, before));
    if (other)
      return refuse('theme_takes_others', [{ path: 'enabled', code: 'theme_takes_others', message: other.key }]);
  }
  const after: ThemeRow = {
    ...before,
    zh: edit.zh ?? before.zh,
    en: edit.en ?? before.en,
    enabled: edit.enabled ?? before.enabled,
    keywords: edit.keywords ? cleanKeywords(edit.keywords) : before.keywords,
    version,
  };
  const change =
    after.enabled !== before.enabled
      ? after.enabled
        ? 'enabled'
        : 'disabled'
      : after.zh !== before.zh || after.en !== before.en
        ? 'renamed'
        : after.keywords.join('\n') !== before.keywords.join('\n')
          ? 'keywords'
          : null;
  return ok(change ? { before, after, change } : null);
}

/** Lets `intoKey` take `key` over. Only leaves merge, and never in a ring. */
export function mergeThemes(
  all: readonly ThemeRow[],
  version: number,
  key: string,
  intoKey: string,
): Result<Changed, 'not_found' | 'unknown_theme' | 'theme_off' | 'invalid_merge'> {
  const before = all.find((theme) => theme.key === key);
  if (!before) return refuse('not_found');
  const into = all.find((theme) => theme.key === intoKey);
  if (!into) return refuse('unknown_theme');
  if (before.parent === null || into.parent === null || before.mergedInto) return refuse('invalid_merge');
  for (let at: ThemeRow | undefined = into; at; at = all.find((theme) => theme.key === at!.mergedInto)) {
    if (at.key === key) return refuse('invalid_merge');
    // Where the chain ends the voices are counted, if that theme and its upper one are on.
    const upper = all.find((theme) => theme.key === at!.parent);
    if (!at.mergedInto && !(at.enabled && (upper?.enabled ?? true)))
      return refuse('theme_off', [{ path: 'intoKey', code: 'theme_off' }]);
  }
  return ok({ before, after: { ...before, mergedInto: intoKey, version }, change: 'merged' });
}

/** Undoes a merge. */
export function unmergeTheme(
  all: readonly ThemeRow[],
  version: number,
  key: string,
): Result<Changed, 'not_found' | 'not_merged'> {
  const before = all.find((theme) => theme.key === key);
  if (!before) return refuse('not_found');
  if (!before.mergedInto) return refuse('not_merged');
  return ok({ before, after: { ...before, mergedInto: null, version }, change: 'unmerged' });
}

/** Which of these names another theme below the same upper theme has, however it is written. */
function twinName(
  all: readonly ThemeRow[],
  parent: string | null,
  key: string | null,
  names: { zh?: string; en?: string },
): 'zh' | 'en' | null {
  const fold = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  const others = all.filter((theme) => theme.parent === parent && theme.key !== key);
  for (const language of ['zh', 'en'] as const) {
    const name = names[language];
    if (name !== undefined && others.some((theme) => fold(theme[language]) === fold(name))) return language;
  }
  return null;
}

/** Whether this theme, merged away, would be counted nowhere once that one (or the upper theme it is) is off. */
function isTakenFrom(theme: ThemeRow, off: ThemeRow): boolean {
  if (theme.mergedInto === null || off.mergedInto !== null || theme.parent === off.key) return false;
  return theme.mergedInto === off.key || (off.parent === null && theme.mergedInto.startsWith(`${off.key}.`));
}
