// What interactions are handed: machines of the house, the rooms, and the draws that lucky bags are.
import type { Database } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { Log } from '../../../../platform/log/log.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { AskBeacon } from '../../draws/server/door.ts';
import type { LiveHub } from '../../rooms/server/door.ts';

export interface InteractionDeps {
  database: Database;
  sealer: Sealer;
  files: FileStore;
  log: Log;
  now: () => Date;
  hub: LiveHub;
  askBeacon: AskBeacon;
}
