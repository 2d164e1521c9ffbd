// The table of contents: every feature's pages, found by their place, so that a new room appears by existing.
import { lazy } from 'react';
import type { PageDef } from '../../ui/page.ts';

const files = import.meta.glob<readonly PageDef[]>(
  ['../../{loop,ground,engage}/**/web/pages.ts', './overview/pages.ts'],
  {
    eager: true,
    import: 'pages',
  },
);

/** Every page of the console. */
export const pages: readonly PageDef[] = Object.values(files).flat();

/** Pages with a place in the rail, in its order. */
export const railPages = pages
  .filter((page): page is PageDef & { rail: NonNullable<PageDef['rail']> } => page.rail !== undefined)
  .sort((a, b) => a.rail.order - b.rail.order);

/** The component of a page, loaded when first shown. */
export function lazyComponent(page: PageDef) {
  return lazy(async () => ({ default: await page.load() }));
}
