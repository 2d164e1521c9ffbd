// Binds the routes of the log for members.

import { shopOf } from '../../../../ground/members/server/door.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { checkEvidence } from '../core/check-evidence.ts';
import * as contract from '../core/evidence.contract.ts';
import { listAudits } from './audit.reads.ts';
import { caseFile, isOurLog, listLeaves, readLogView } from './evidence.reads.ts';
import { startAudit } from './verbs/start-audit.ts';

/** Routes of the evidence log. */
export function evidenceMemberRoutes(deps: { database: Database }) {
  return [
    on(contract.readEvidenceLogRoute, async ({ env }) => {
      const shop = await shopOf(deps.database.machine, env.workspace);
      return ok(await env.db.read((tx) => readLogView(tx, `/p/${shop?.slug ?? ''}/verify`)));
    }),
    on(contract.listEvidenceLeavesRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listLeaves(tx, query))),
    ),
    on(contract.takeCaseEvidenceRoute, async ({ env, params }) => {
      const file = await env.db.read((tx) => caseFile(tx, params.id));
      if (file === 'not_found') return refuse('not_found');
      return file ? ok(file) : refuse('no_evidence_yet');
    }),
    on(contract.checkEvidenceRoute, async ({ env, body }) => {
      const { isSound, found, file } = checkEvidence(body);
      const isOurs = file !== null && (await env.db.read((tx) => isOurLog(tx, file.key)));
      const faults = found.map(({ fault, entry }) => ({ fault, entry: entry ?? null }));
      return ok({
        isSound: isSound && isOurs,
        faults: file && !isOurs ? [...faults, { fault: 'not_our_log' as const, entry: null }] : faults,
        entries: file?.entries.length ?? 0,
      });
    }),
    on(contract.startEvidenceAuditRoute, ({ env }) => startAudit(env)),
    on(contract.listEvidenceAuditsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listAudits(tx, query))),
    ),
  ];
}
