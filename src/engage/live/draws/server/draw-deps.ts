// What draws are handed: machines of the house, the way to the public beacon, and the line to the rooms in which they run.
import type { Database } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { ClosedRecord } from '../core/draw-file.contract.ts';
import type { DrawRow } from './draw.store.ts';
import type { FrozenList } from './draw-play.ts';

/** Asks the public beacon for the signature of a round, hex; null when it cannot be had (yet). It is checked before it is used. */
export type AskBeacon = (round: number | 'latest') => Promise<{ round: number; signature: string } | null>;

/** The rooms as draws see them; the interactions of the rooms stand behind it. */
export interface DrawLine {
  /** New people of one network who are in within a minute; stands in the rules. */
  perNetworkAndMinute: number;
  /** The show running in a room here, with its way to name people; null when none runs. */
  show(
    workspaceId: string,
    roomId: string,
  ): { sessionId: string; uidOf(source: string, platformUid: string): string } | null;
  /** The draw was opened and saved: entries may come. */
  opened(row: DrawRow): Promise<void>;
  /** No entry counts any more; waits for those under way. Null while nobody here holds the list. */
  freeze(row: DrawRow): Promise<{ list: FrozenList; comments: NonNullable<ClosedRecord['comments']> } | null>;
  /** The draw went on (closed, final, void, cancelled, a claim): the room shows it. */
  changed(row: DrawRow): Promise<void>;
}

export interface DrawDeps {
  database: Database;
  sealer: Sealer;
  files: FileStore;
  now: () => Date;
  askBeacon: AskBeacon;
  line: DrawLine;
}
