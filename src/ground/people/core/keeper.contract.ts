// What every feature that keeps something of a customer offers, so that his data can be handed to him or erased everywhere at once.
import { z } from 'zod';

/** One section of an export: what a feature knows of the person, as plain rows. */
export const keptSection = z.object({
  /** Feature's name, for example `feedback`; a key under `privacy:section`. */
  section: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
});
export type KeptSection = z.output<typeof keptSection>;

/** What an erasure left to do outside the transaction: files to remove, in this workspace's folder. */
export interface ErasureRest {
  fileIds: string[];
}

/** By what a person is recognised where machines keep copies (events, letters, jobs): gathered before anything is erased. */
export interface PersonTraces {
  /** Ids of what is his alone: himself, his voices, the cases and conversations only he is in. */
  ids: string[];
  /** Ids of what he shares with others (a case of many voices, a problem): only what quotes him goes from there. */
  shared: string[];
  /** What names him: names, addresses, numbers; looked for everywhere. */
  names: string[];
  /** What names him and what he said, whole; also as it was before masking. */
  words: string[];
}

export const NO_TRACES: PersonTraces = { ids: [], shared: [], names: [], words: [] };

/** Generic over the transaction, so that this page stays free of any machine. */
export interface PersonKeeper<Tx> {
  name: string;
  /** What of him other keepers must look for; left out by features that hold nothing others could repeat. */
  traces?(tx: Tx, personId: string): Promise<Partial<PersonTraces>>;
  /** Everything kept of this person; sealed values opened by the caller's sealer are the feature's own business. */
  export(tx: Tx, personId: string, traces?: PersonTraces): Promise<KeptSection[]>;
  /** Removes or irreversibly empties what is kept; runs in one transaction with all other keepers. Runs twice without harm. */
  erase(tx: Tx, personId: string, now: Date, traces?: PersonTraces): Promise<ErasureRest>;
}
