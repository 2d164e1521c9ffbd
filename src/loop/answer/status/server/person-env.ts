// Who acts when a reporter uses his page: himself, with no permission but what his link gives.
import type { Env } from '../../../../ground/env.ts';
import type { Id } from '../../../../kit/ids.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import type { StatusFacts } from './status.reads.ts';

/** The environment in which a reporter's own words and verdict are saved. */
export function personEnv(db: WorkspaceDb, now: Date, facts: StatusFacts): Env {
  const name = facts.person?.name ?? translator(facts.shop.locale)('answer:stand_in.person_name');
  return {
    workspace: db.workspaceId as Id<'ws'>,
    actor: { kind: 'person', id: facts.reporter.key as Id<'per'>, name, permissions: [] },
    now,
    db,
  };
}
