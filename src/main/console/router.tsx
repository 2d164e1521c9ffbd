// Composes the pages of all rooms into one router; the address of a list carries its filters as plain text.
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { PageDef } from '../../ui/page.ts';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { BrokenPage } from './broken-page.tsx';
import { FirstPage } from './first-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFrame } from './page-frame.tsx';
import { lazyComponent, pages } from './pages.ts';
import { SetupPage } from './setup-page.tsx';
import { Shell } from './shell.tsx';

/** Reads a query as plain text values, so that addresses stay short and readable. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The other way; empty values vanish. Commas stay commas. */
export function writeSearch(search: Record<string, unknown>): string {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') out.set(key, String(value));
  const text = out.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
const setup = createRoute({ getParentRoute: () => root, path: '/setup/$token', component: SetupPage });
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  notFoundComponent: NotFoundPage,
});
const rest = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

function routeOf(page: PageDef) {
  const Page = lazyComponent(page);
  return createRoute({
    getParentRoute: () => shell,
    path: page.path,
    errorComponent: BrokenPage,
    component: () => (
      <PageFrame page={page}>
        <Suspense fallback={<PageSkeleton />}>
          <Page />
        </Suspense>
      </PageFrame>
    ),
  });
}

const first = createRoute({ getParentRoute: () => shell, path: '/', component: FirstPage });
const hasFirst = pages.some((page) => page.path === '/');

export const router = createRouter({
  routeTree: root.addChildren([setup, shell.addChildren([...(hasFirst ? [] : [first]), ...pages.map(routeOf), rest])]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultPreload: false,
});
