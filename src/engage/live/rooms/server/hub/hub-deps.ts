// What the heart of the live rooms needs of the house.
import type { Database } from '../../../../../platform/database/database.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import type { Log } from '../../../../../platform/log/log.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import type { AnalysisHost } from './analysis-host.ts';

export interface HubDeps {
  database: Database;
  sealer: Sealer;
  files: FileStore;
  /** Journals lie in its folder `live`. */
  dataDir: string;
  log: Log;
  now: () => Date;
  analysis: AnalysisHost;
  /** A journal turns to a new file beyond this; 16 MB when left out. */
  turnAtBytes?: number;
  /** Checkpoints are written this often; 15 s when left out. */
  checkpointMs?: number;
}
