// Brings many callers of the gate together into one commit, workspace by workspace, without one bad record harming another.
import type { Env } from '../../../../ground/env.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { createGroupCommit, type GroupCommit } from '../../../../platform/ingest/group-commit.ts';
import type { FeedbackDraft, RecordOutcome } from '../core/feedback.contract.ts';
import type { Gate } from './open-gate.ts';
import { recordInTransaction } from './record-feedback.ts';

export interface GateDesk {
  /** Records one draft; resolves when it is durable. */
  recordOne(env: Env, draft: FeedbackDraft): Promise<RecordOutcome>;
  /** Records a batch in one transaction of its own. */
  recordMany(env: Env, drafts: readonly FeedbackDraft[]): Promise<RecordOutcome[]>;
  close(): Promise<void>;
}

interface Entry {
  env: Env;
  draft: FeedbackDraft;
}

/** @param dbOf the workspace's own database handle: a group serves callers with different keys */
export function createGateDesk(gate: Gate, dbOf: (workspaceId: string) => WorkspaceDb): GateDesk {
  const groups = new Map<string, GroupCommit<Entry, RecordOutcome>>();

  const groupOf = (workspaceId: string) => {
    let group = groups.get(workspaceId);
    if (!group) {
      group = createGroupCommit<Entry, RecordOutcome>({ flush: (entries) => flush(workspaceId, entries) });
      groups.set(workspaceId, group);
    }
    return group;
  };

  async function flush(workspaceId: string, entries: Entry[]): Promise<RecordOutcome[]> {
    const run = (part: Entry[]) =>
      dbOf(workspaceId).write((tx) =>
        recordInTransaction(
          gate,
          tx,
          part[0]!.env,
          part.map((entry) => entry.draft),
        ),
      );
    try {
      return await run(entries);
    } catch (error) {
      if (entries.length === 1) throw error;
      // Somebody's record broke the group: each now stands for itself.
      const settled = await Promise.allSettled(entries.map((entry) => run([entry])));
      return settled.map((result): RecordOutcome => {
        if (result.status === 'fulfilled') return result.value[0]!;
        return { outcome: 'rejected', id: null, reason: 'not_saved' };
      });
    }
  }

  return {
    recordOne: (env, draft) => groupOf(env.workspace).add({ env, draft }),
    recordMany: (env, drafts) => env.db.write((tx) => recordInTransaction(gate, tx, env, drafts)),
    async close() {
      await Promise.all([...groups.values()].map((group) => group.close()));
    },
  };
}
