// Which rooms this member sees, in which part of the rail they stand, and which one he is in.
import { useSession } from '../../ui/client/session.tsx';
import { usePath } from '../../ui/go.tsx';
import { RAIL_PARTS, type RailPart, railPart } from '../../ui/page.ts';
import { railPages } from './pages.ts';

export type RailPage = (typeof railPages)[number];

/** Rail pages the member may enter, in order; `current` is the longest path that fits the address. */
export function useRail() {
  const { permissions } = useSession();
  const path = usePath();
  const pages = railPages.filter((page) => !page.permission || permissions.includes(page.permission));
  const inside = (at: string) => path === at || (at !== '/' && path.startsWith(`${at}/`));
  const current = pages.filter((page) => inside(page.path)).sort((a, b) => b.path.length - a.path.length)[0];
  const rooms = pages.filter((page) => page.rail.group === 'loop');
  const parts: { part: RailPart; pages: RailPage[] }[] = RAIL_PARTS.map((part) => ({
    part,
    pages: rooms.filter((page) => railPart(page.rail.order) === part),
  })).filter((one) => one.pages.length > 0);
  const settings = pages.filter((page) => page.rail.group === 'settings');
  return { pages, current, parts, settings };
}
