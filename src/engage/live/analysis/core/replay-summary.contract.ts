// What a recording came to, as the command line prints it.
import type { LiveAlert, RoomHealth } from './analysis.contract.ts';

/** What `live replay --json` prints. */
export interface ReplaySummary {
  events: number;
  deduped: number;
  comments: number;
  /** Comments that joined a line of the five seconds before. */
  merged: number;
  groups: number;
  questions: number;
  alerts: LiveAlert[];
  gaps: RoomHealth['gaps'];
  wallMs: number;
  eventsPerSecond: number;
  peakRssMb: number;
}
