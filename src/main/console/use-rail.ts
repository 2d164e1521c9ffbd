// Which rooms this member sees, and which one they are in.
import { useSession } from '../../ui/client/session.tsx';
import { usePath } from '../../ui/go.tsx';
import { railPages } from './pages.ts';

/** Rail pages the member may enter, in order; `current` is the longest path that fits the address. */
export function useRail() {
  const { permissions } = useSession();
  const path = usePath();
  const pages = railPages.filter((page) => !page.permission || permissions.includes(page.permission));
  const inside = (at: string) => path === at || (at !== '/' && path.startsWith(`${at}/`));
  const current = pages.filter((page) => inside(page.path)).sort((a, b) => b.path.length - a.path.length)[0];
  return { pages, current };
}
