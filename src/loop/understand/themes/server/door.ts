// What its neighbours may ask about themes.
export type { ThemeFinder } from '../core/taxonomy.ts';
export { knownThemes, taxonomyOf } from './theme.reads.ts';
export { fold, themeFinderOf } from './workspace-themes.ts';
