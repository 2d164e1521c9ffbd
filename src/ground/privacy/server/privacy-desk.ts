// What the feature is handed when it is opened.
import type { Tx } from '../../../platform/database/database.ts';
import type { FileStore } from '../../../platform/files/file.store.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import type { PersonKeeper } from '../../people/core/keeper.contract.ts';

export interface PrivacyDesk {
  sealer: Sealer;
  files: FileStore;
  /** In the order of erasing: later rooms first, the person himself last. */
  keepers: readonly PersonKeeper<Tx>[];
}
