// Every part a feature puts into a page of an earlier room, found by its place.
import type { Insert } from '../../ui/inserts.tsx';

const files = import.meta.glob<readonly Insert[]>('../../{loop,ground,engage}/**/web/inserts.ts', {
  eager: true,
  import: 'inserts',
});

export const inserts: readonly Insert[] = Object.values(files).flat();
