// The taxonomy as the rows of a tree, narrowed down by words.
import type { ThemeView } from '../core/theme.contract.ts';

export interface Branch {
  parent: ThemeView;
  leaves: ThemeView[];
}

/** Upper themes with their leaves; with words, only what carries them, a fitting upper theme with all its leaves. */
export function branchesOf(items: readonly ThemeView[], text: string): Branch[] {
  const wanted = text.trim().toLowerCase();
  const fits = (theme: ThemeView) =>
    [theme.zh, theme.en, theme.key, ...theme.keywords].some((word) => word.toLowerCase().includes(wanted));
  const branches = items
    .filter((theme) => theme.parent === null)
    .map((parent) => ({ parent, leaves: items.filter((leaf) => leaf.parent === parent.key) }));
  if (!wanted) return branches;
  return branches
    .map(({ parent, leaves }) => ({ parent, leaves: fits(parent) ? leaves : leaves.filter(fits) }))
    .filter(({ parent, leaves }) => fits(parent) || leaves.length > 0);
}

/** The period of so many days that ends on a day, both included. */
export function periodOf(to: string, days: number): { from: string; to: string } {
  const end = Date.parse(`${to}T00:00:00Z`);
  return { from: new Date(end - (days - 1) * 86_400_000).toISOString().slice(0, 10), to };
}
