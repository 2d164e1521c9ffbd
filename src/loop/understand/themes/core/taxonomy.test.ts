// The workspace's changes over the engine's leaves: what is found, merged, switched off, added.
import { describe, expect, it } from 'vitest';
import { TAXONOMY } from '../../../../text/taxonomy.ts';
import { addLeaf, editTheme, mergeThemes, unmergeTheme } from './change-taxonomy.ts';
import { keyFor, mergedTaxonomy, type ThemeRow, themeFinder } from './taxonomy.ts';

const fold = (text: string) => text.toLowerCase();
const row = (key: string, change: Partial<ThemeRow> = {}): ThemeRow => ({
  key,
  parent: key.split('.')[0]!,
  zh: key,
  en: key,
  enabled: true,
  keywords: [],
  mergedInto: null,
  own: false,
  version: 1,
  ...change,
});
const all = mergedTaxonomy([row('logistics.drone', { own: true })], (key) => key);

describe('mergedTaxonomy', () => {
  it('has every shipped leaf below its upper theme, own leaves after them, all keys once', () => {
    const keys = all.map((theme) => theme.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const leaf of TAXONOMY) expect(keys).toContain(leaf.key);
    expect(keys.indexOf('logistics.drone')).toBeGreaterThan(keys.indexOf('logistics.late'));
    expect(all.find((theme) => theme.key === 'logistics.drone')).toMatchObject({ parent: 'logistics', own: true });
  });
});

describe('themeFinder', () => {
  const find = (rows: ThemeRow[], shipped: string[], text: string) => themeFinder(rows, 1, fold).find(shipped, text);

  it.each<[string, ThemeRow[], string[], string, string[]]>([
    ['nothing changed', [], ['logistics.late'], 'x', ['logistics.late']],
    [
      'own keywords first',
      [row('logistics.drone', { keywords: ['无人机'] })],
      ['logistics.late'],
      '无人机送来',
      ['logistics.drone', 'logistics.late'],
    ],
    ['keywords folded', [row('logistics.drone', { keywords: ['DRONE'] })], [], 'by drone', ['logistics.drone']],
    ['switched off', [row('logistics.late', { enabled: false, keywords: ['慢'] })], ['logistics.late'], '慢', []],
    ['upper theme off', [row('logistics', { enabled: false, parent: null })], ['logistics.late'], 'x', []],
    [
      'merged',
      [row('logistics.late', { mergedInto: 'logistics.lost' })],
      ['logistics.late', 'logistics.lost'],
      'x',
      ['logistics.lost'],
    ],
    [
      'merged twice, with the words of both',
      [row('a.a', { mergedInto: 'a.b', keywords: ['甲'] }), row('a.b', { mergedInto: 'a.c' })],
      [],
      '甲',
      ['a.c'],
    ],
  ])('%s', (_, rows, shipped, text, expected) => {
    expect(find(rows, shipped, text)).toEqual(expected);
  });
});

describe('changes', () => {
  it('makes a key from the English name and another when it is taken', () => {
    const added = addLeaf(all, 2, { parent: 'logistics', zh: '无人机', en: 'Drone', keywords: ['无人机', ' 无人机 '] });
    expect(added).toMatchObject({
      ok: true,
      value: { after: { key: 'logistics.drone_2', keywords: ['无人机'], version: 2 } },
    });
    expect(addLeaf(all, 2, { parent: 'nothing', zh: '甲', en: 'a', keywords: [] })).toMatchObject({
      reason: 'unknown_parent',
    });
    expect(addLeaf(all, 2, { parent: 'size', key: 'logistics.x', zh: '甲', en: 'a', keywords: [] })).toMatchObject({
      reason: 'invalid_theme_key',
    });
    expect(keyFor('size', '太大')).toBe('size.own');
  });

  it('refuses an edit of what somebody else has changed', () => {
    expect(editTheme(all, 3, 'logistics.drone', 0, { zh: '甲' })).toMatchObject({ reason: 'changed_meanwhile' });
    expect(editTheme(all, 3, 'logistics.drone', 1, { zh: '甲' })).toMatchObject({
      ok: true,
      value: { change: 'renamed' },
    });
    expect(editTheme(all, 3, 'logistics.drone', 1, { enabled: false })).toMatchObject({
      ok: true,
      value: { change: 'disabled' },
    });
    expect(editTheme(all, 3, 'logistics.drone', 1, {})).toEqual({ ok: true, value: null });
  });

  it('refuses a name that another theme beside it has, however it is written', () => {
    const named = (zh: string, en: string) => addLeaf(all, 2, { parent: 'logistics', zh, en, keywords: [] });
    const twin = all.find((theme) => theme.key === 'logistics.late')!;
    expect(named(` ${twin.zh} `, 'Drone two')).toMatchObject({ reason: 'name_taken', details: [{ path: 'zh' }] });
    expect(named('无人机', twin.en.toUpperCase())).toMatchObject({ reason: 'name_taken', details: [{ path: 'en' }] });
    expect(editTheme(all, 3, 'logistics.drone', 1, { zh: twin.zh })).toMatchObject({ reason: 'name_taken' });
    expect(editTheme(all, 3, 'logistics.late', twin.version, { zh: twin.zh, keywords: ['慢'] })).toMatchObject({
      ok: true,
    });
    expect(addLeaf(all, 2, { parent: 'size', zh: twin.zh, en: twin.en, keywords: [] })).toMatchObject({ ok: true });
  });

  it('lets no theme vanish that was merged into another', () => {
    const change = (key: string, edit: Partial<ThemeRow>) =>
      all.map((theme) => (theme.key === key ? { ...theme, ...edit } : theme));
    const off = change('logistics.late', { enabled: false });
    expect(mergeThemes(off, 4, 'logistics.drone', 'logistics.late')).toMatchObject({ reason: 'theme_off' });
    expect(mergeThemes(change('logistics', { enabled: false }), 4, 'logistics.drone', 'logistics.late')).toMatchObject({
      reason: 'theme_off',
    });
    const merged = change('logistics.drone', { mergedInto: 'logistics.late' });
    expect(editTheme(merged, 5, 'logistics.late', 0, { enabled: false })).toMatchObject({
      reason: 'theme_takes_others',
      details: [{ path: 'enabled' }],
    });
    // The upper theme of both takes its own leaves along; of a leaf from elsewhere it is asked first.
    expect(editTheme(merged, 5, 'logistics', 0, { enabled: false })).toMatchObject({ ok: true });
    const leaf = all.find((theme) => theme.parent === 'size')!.key;
    expect(
      editTheme(change(leaf, { mergedInto: 'logistics.late' }), 5, 'logistics', 0, { enabled: false }),
    ).toMatchObject({ reason: 'theme_takes_others' });
  });

  it('merges leaves only, never in a ring, and undoes it', () => {
    const merged = mergeThemes(all, 4, 'logistics.drone', 'logistics.late');
    if (!merged.ok) throw new Error(merged.reason);
    const after = all.map((theme) => (theme.key === 'logistics.drone' ? merged.value.after : theme));
    expect(mergeThemes(after, 5, 'logistics.late', 'logistics.drone')).toMatchObject({ reason: 'invalid_merge' });
    expect(mergeThemes(all, 4, 'logistics', 'size')).toMatchObject({ reason: 'invalid_merge' });
    expect(mergeThemes(all, 4, 'logistics.late', 'x.y')).toMatchObject({ reason: 'unknown_theme' });
    expect(unmergeTheme(after, 5, 'logistics.drone')).toMatchObject({
      ok: true,
      value: { after: { mergedInto: null } },
    });
    expect(unmergeTheme(all, 5, 'logistics.late')).toMatchObject({ reason: 'not_merged' });
  });
});
