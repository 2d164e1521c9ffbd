// What one saved change of the taxonomy did, in its parts: a save may rename and set keywords at once.

export type ThemeMove =
  | 'added'
  | 'renamed'
  | 'renamedZh'
  | 'renamedEn'
  | 'keywords'
  | 'enabled'
  | 'disabled'
  | 'merged'
  | 'unmerged';

interface Change {
  change: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

const WHOLE = ['added', 'merged', 'unmerged'];

/** The parts of a change for a reader of this language; `renamed` is the name he reads, the other two the other name. */
export function movesOf({ change, before, after }: Change, language: 'zh' | 'en'): ThemeMove[] {
  if (!before || WHOLE.includes(change)) return WHOLE.includes(change) ? [change as ThemeMove] : [];
  const differs = (field: string) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const other = language === 'zh' ? 'en' : 'zh';
  return [
    ...(differs('enabled') ? [after.enabled ? ('enabled' as const) : ('disabled' as const)] : []),
    ...(differs(language) ? ['renamed' as const] : []),
    ...(differs(other) ? [other === 'en' ? ('renamedEn' as const) : ('renamedZh' as const)] : []),
    ...(differs('keywords') ? ['keywords' as const] : []),
  ];
}
