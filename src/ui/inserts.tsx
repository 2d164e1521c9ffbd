// Places on a page that later rooms may fill: the page belongs to an earlier room and cannot know them.
import { type ComponentType, createContext, lazy, type ReactNode, Suspense, useContext, useMemo } from 'react';
import { useSession } from './client/session.tsx';

/** What each place hands to what is put there. */
export interface InsertPlaces {
  /** the right pane of a case, under what is known of it */
  'case.aside': { caseId: string };
}
export type InsertPlace = keyof InsertPlaces;

/** A part a feature puts into a page of an earlier room; `web/inserts.ts` exports `inserts: Insert[]`. */
export interface Insert<P extends InsertPlace = InsertPlace> {
  place: P;
  /** names it within its place */
  key: string;
  /** position among its neighbours; steps of ten */
  order: number;
  /** permission a member must hold to see it */
  permission?: string;
  load: () => Promise<ComponentType<InsertPlaces[P]>>;
}

const Context = createContext<readonly Insert[]>([]);

/** @param inserts every feature's, found by their place in the house */
export function InsertsProvider({ inserts, children }: { inserts: readonly Insert[]; children: ReactNode }) {
  return <Context.Provider value={inserts}>{children}</Context.Provider>;
}

/** Draws what later rooms have put into this place, in its order; nothing where they have put nothing. */
export function Inserts<P extends InsertPlace>({ place, ...props }: { place: P } & InsertPlaces[P]) {
  const all = useContext(Context);
  const { permissions } = useSession();
  const parts = useMemo(
    () =>
      all
        .filter((one) => one.place === place && (!one.permission || permissions.includes(one.permission as never)))
        .sort((one, other) => one.order - other.order)
        .map((one) => ({ key: one.key, Part: lazy(async () => ({ default: await one.load() })) })),
    [all, place, permissions],
  );
  return parts.map(({ key, Part }) => (
    <Suspense key={key} fallback={null}>
      <Part {...(props as unknown as InsertPlaces[P])} />
    </Suspense>
  ));
}
