// The taxonomy as others see it: two levels, editable, every change a new version.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { defineEvent } from '../../../../kit/event.ts';
import { KEYWORD } from './keyword-rules.ts';

/** A key such as `logistics.late`; the part before the dot is the parent. */
export const themeKey = z.string().regex(/^[a-z][a-z0-9_]{0,38}(\.[a-z0-9][a-z0-9_]{0,39})?$/, 'invalid_theme_key');

export const taxonomyChanged = defineEvent(
  'taxonomy.changed',
  z.object({
    key: z.string(),
    change: z.enum(['added', 'renamed', 'keywords', 'enabled', 'disabled', 'merged', 'unmerged']),
    version: z.number().int(),
    intoKey: z.string().optional(),
  }),
);

/** Controls, and signs that are not seen but turn or split what is written beside them. */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const seen = (text: string) => !HIDDEN.test(text);

/** So many words of its own a theme may have, each at most so long; a run that brings them to earlier feedback takes as many. */
export const MOST_KEYWORDS = KEYWORD.most;
export const LONGEST_KEYWORD = KEYWORD.max;

const label = z.string().trim().min(1).max(60).refine(seen, 'hidden_characters');
const keyword = z.string().trim().min(KEYWORD.min).max(LONGEST_KEYWORD).refine(seen, 'hidden_characters');
const keywords = z.array(keyword).max(MOST_KEYWORDS);

/** Figures of a period beside those of the period of the same length before it. */
export const themeCount = z.object({
  count: z.number().int(),
  previous: z.number().int(),
  negative: z.number().int(),
  positive: z.number().int(),
});

export const themeView = z
  .object({
    key: z.string(),
    /** Key of the upper theme; null for an upper theme. */
    parent: z.string().nullable(),
    zh: z.string(),
    en: z.string(),
    enabled: z.boolean(),
    /** Words of this workspace that add the theme, besides those the engine knows. */
    keywords: z.array(z.string()),
    /** The theme that took this one over. */
    mergedInto: z.string().nullable(),
    /** Made here rather than shipped with the engine. */
    own: z.boolean(),
    version: z.number().int(),
    counts: themeCount.nullable(),
  })
  .meta({ id: 'Theme' });
export type ThemeView = z.output<typeof themeView>;

/** Calendar days of the workspace's zone, both included. */
export const periodQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });

export const listThemesRoute = route({
  id: 'listThemes',
  method: 'GET',
  path: '/api/v1/themes',
  summary: 'The taxonomy with its counts for a period and for the period before it (default: the last 30 days)',
  access: 'theme.read',
  query: periodQuery,
  ok: z.object({ version: z.number().int(), from: z.string(), to: z.string(), items: z.array(themeView) }),
  refusals: ['invalid_period'],
});

export const createThemeRoute = route({
  id: 'createTheme',
  method: 'POST',
  path: '/api/v1/themes',
  summary: 'Add a leaf below an upper theme',
  access: 'theme.edit',
  body: z.object({
    parent: z.string(),
    /** Made from the English name when left out. */
    key: themeKey.optional(),
    zh: label,
    en: label,
    keywords: keywords.default([]),
  }),
  ok: themeView,
  status: 201,
  refusals: ['unknown_parent', 'key_taken', 'invalid_theme_key', 'name_taken'],
});

export const changeThemeRoute = route({
  id: 'changeTheme',
  method: 'PATCH',
  path: '/api/v1/themes/:key',
  summary: 'Rename, switch on or off, set keywords; send the version you saw',
  access: 'theme.edit',
  params: z.object({ key: z.string() }),
  body: z.object({
    version: z.number().int(),
    zh: label.optional(),
    en: label.optional(),
    enabled: z.boolean().optional(),
    keywords: keywords.optional(),
  }),
  ok: themeView,
  refusals: ['not_found', 'changed_meanwhile', 'name_taken', 'theme_takes_others'],
});

export const mergeThemeRoute = route({
  id: 'mergeTheme',
  method: 'PUT',
  path: '/api/v1/themes/:key/merge',
  summary: 'Let another theme take this one over: later judgements and re-judgements count there',
  access: 'theme.edit',
  params: z.object({ key: z.string() }),
  body: z.object({ intoKey: z.string() }),
  ok: themeView,
  refusals: ['not_found', 'unknown_theme', 'theme_off', 'invalid_merge'],
});

export const unmergeThemeRoute = route({
  id: 'unmergeTheme',
  method: 'DELETE',
  path: '/api/v1/themes/:key/merge',
  summary: 'Undo a merge',
  access: 'theme.edit',
  params: z.object({ key: z.string() }),
  ok: themeView,
  refusals: ['not_found', 'not_merged'],
});

/** One recorded change of the taxonomy. */
export const themeChangeView = z.object({
  version: z.number().int(),
  key: z.string(),
  change: z.string(),
  byName: z.string(),
  at: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
});

export const listThemeChangesRoute = route({
  id: 'listThemeChanges',
  method: 'GET',
  path: '/api/v1/theme-changes',
  summary: 'How the taxonomy came to be what it is, newest first',
  access: 'theme.read',
  query: z.object({
    beforeVersion: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  ok: z.object({ items: z.array(themeChangeView) }),
});

export const themeRoutes = [
  listThemesRoute,
  createThemeRoute,
  changeThemeRoute,
  mergeThemeRoute,
  unmergeThemeRoute,
  listThemeChangesRoute,
] as const;
