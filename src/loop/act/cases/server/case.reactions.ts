// What cases do when their clocks speak, a label is corrected or a team goes.

import { teamRemoved } from '../../../../ground/teams/core/team.contract.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { judgementCorrected } from '../../../understand/judgement/core/judgement.contract.ts';
import { clockBreached, clockEscalated, clockWarned } from '../../clocks/core/clock.contract.ts';
import { clockMoved } from '../../clocks/core/clock-update.contract.ts';
import { lockCase } from './case.store.ts';
import { refreshDues } from './case-clocks.ts';
import { recount } from './case-count.ts';
import { casesOfFeedback } from './case-feedback.store.ts';
import { leaveTeam } from './case-team.store.ts';
import { envInside } from './inside.ts';
import { escalateCase } from './verbs/escalate-case.ts';

export function caseReactions(): Reaction[] {
  return [
    {
      name: 'cases.heed_clocks',
      on: [clockWarned.type, clockBreached.type, clockEscalated.type, clockMoved.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'clocks');
        const caseIds = new Set(
          events.flatMap((event) =>
            event.type === clockMoved.type ? clockMoved.data.parse(event.data).caseIds : (event.subject ?? []),
          ),
        );
        await refreshDues(tx, env, [...caseIds].sort());
        for (const event of events) {
          if (event.type !== clockEscalated.type || event.subject === null) continue;
          await escalateCase(tx, env, { caseId: event.subject, news: clockEscalated.data.parse(event.data) });
        }
      },
    },
    {
      name: 'cases.weigh_corrections',
      on: [judgementCorrected.type],
      async run({ tx, events, now }) {
        const env = envInside(tx, now, 'judgement');
        const ids = events.map((event) => judgementCorrected.data.parse(event.data).feedbackId);
        const caseIds = new Set((await casesOfFeedback(tx, ids)).values());
        for (const caseId of [...caseIds].sort()) {
          const row = caseId === null ? undefined : await lockCase(tx, caseId);
          if (row) await recount(tx, env, row);
        }
      },
    },
    {
      name: 'cases.leave_removed_teams',
      on: [teamRemoved.type],
      async run({ tx, events }) {
        for (const event of events) if (event.subject) await leaveTeam(tx, event.subject);
      },
    },
  ];
}
