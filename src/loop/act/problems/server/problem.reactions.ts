// What problems do when cases are made one, and whom they call when complaints rise: those who may open a problem.

import sql from 'sql-template-tag';
import { ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { emergingFound } from '../../../understand/emerging/core/emerging.contract.ts';
import { caseMerged } from '../../cases/core/case-events.contract.ts';
import { ringAbout } from '../../cases/server/door.ts';
import { insertCases, problemsOfCases } from './problem.store.ts';

/** Whoever may open a problem hears of what may become one. */
const CALLED = ROLES.filter((role) => roleHas(role, 'problem.edit'));

export function problemReactions(): Reaction[] {
  return [
    {
      name: 'problems.follow_merges',
      on: [caseMerged.type],
      async run({ tx, events, now }) {
        for (const event of events) {
          if (event.subject === null) continue;
          const { intoId } = caseMerged.data.parse(event.data);
          const problemId = (await problemsOfCases(tx, [event.subject])).get(event.subject);
          // One that already belongs to a problem stays with it.
          if (problemId) await insertCases(tx, problemId, [intoId], 'system', now);
        }
      },
    },
    {
      name: 'problems.call_for_rises',
      on: [emergingFound.type],
      async run({ tx, events, now }) {
        const shop = await tx.one<{ locale: string }>(
          sql`SELECT locale FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
        );
        const t = translator(shop.locale === 'en' ? 'en' : 'zh-CN');
        const members = await tx.rows<{ id: string }>(sql`
          SELECT id FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND state = 'active' AND role = ANY(${CALLED}::text[])`);
        const rings = events.flatMap((event) => {
          const { aspect, productName, observed } = emergingFound.data.parse(event.data);
          const title = [productName, t(`text:aspect.${aspect}`)].filter(Boolean).join(' · ');
          return members.map((member) => ({
            memberId: member.id,
            kind: 'emerging' as const,
            about: { path: '/themes', number: observed, title },
            dedupe: `emerging ${event.subject}`,
          }));
        });
        await ringAbout(tx, rings, now);
      },
    },
  ];
}
