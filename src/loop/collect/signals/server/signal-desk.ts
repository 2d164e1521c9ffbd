// Brings many callers with one signal each into one commit, workspace by workspace.
import type { Env } from '../../../../ground/env.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { createGroupCommit, type GroupCommit } from '../../../../platform/ingest/group-commit.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { SignalDraft, SignalOutcome } from '../core/signal.contract.ts';
import { recordSignals } from './record-signals.ts';

export interface SignalDesk {
  /** Records one draft; resolves when it is durable. */
  recordOne(env: Env, draft: SignalDraft): Promise<SignalOutcome>;
  close(): Promise<void>;
}

interface Entry {
  env: Env;
  draft: SignalDraft;
}

export function createSignalDesk(sealer: Sealer, dbOf: (workspaceId: string) => WorkspaceDb): SignalDesk {
  const groups = new Map<string, GroupCommit<Entry, SignalOutcome>>();
  const flush = async (workspaceId: string, entries: Entry[]): Promise<SignalOutcome[]> => {
    const run = (part: Entry[]) =>
      dbOf(workspaceId).write((tx) =>
        recordSignals(
          tx,
          part[0]!.env,
          sealer,
          part.map((entry) => entry.draft),
        ),
      );
    try {
      return await run(entries);
    } catch (error) {
      if (entries.length === 1) throw error;
      // Somebody's signal broke the group: each now stands for itself.
      const settled = await Promise.allSettled(entries.map((entry) => run([entry])));
      return settled.map(
        (result): SignalOutcome =>
          result.status === 'fulfilled' ? result.value[0]! : { outcome: 'rejected', id: null, reason: 'not_saved' },
      );
    }
  };
  return {
    recordOne(env, draft) {
      let group = groups.get(env.workspace);
      if (!group) {
        group = createGroupCommit<Entry, SignalOutcome>({ flush: (entries) => flush(env.workspace, entries) });
        groups.set(env.workspace, group);
      }
      return group.add({ env, draft });
    },
    async close() {
      await Promise.all([...groups.values()].map((group) => group.close()));
    },
  };
}
