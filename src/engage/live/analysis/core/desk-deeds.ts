// What the desk does to the analysis: questions answered, queued, dismissed or joined, alerts taken or closed, lines hidden.
import { z } from 'zod';
import { DESK_DEEDS } from './analysis.contract.ts';
import { markAnswered } from './answers.ts';
import type { Heart } from './heart.ts';

const deedData = z.object({
  deed: z.enum(DESK_DEEDS),
  groupId: z.string().optional(),
  alertId: z.string().optional(),
  intoGroupId: z.string().optional(),
  caseId: z.string().optional(),
});

/** Takes the data of a `system { name: 'desk' }` event; what is not understood or names nothing changes nothing. */
export function takeDeed(heart: Heart, data: unknown, at: number): void {
  const parsed = deedData.safeParse(data);
  if (!parsed.success) return;
  const { deed, groupId, alertId, intoGroupId, caseId } = parsed.data;
  const group = groupId === undefined ? null : heart.groups.get(groupId);
  const alert = alertId === undefined ? null : heart.alerts.get(alertId);
  if (group !== null) {
    if (deed === 'answer') markAnswered(heart, group, at);
    else if (deed === 'queue') heart.groups.setState(group, 'queued', at);
    else if (deed === 'dismiss') heart.groups.setState(group, 'dismissed', at);
    else if (deed === 'reopen') heart.groups.setState(group, 'waiting', at);
    else if (deed === 'merge_groups' && intoGroupId !== undefined && intoGroupId !== groupId) {
      const into = heart.groups.get(intoGroupId);
      if (into !== null) heart.groups.merge(group, into);
    }
  }
  if (alert !== null) {
    if (deed === 'acknowledge' && alert.alert.state === 'open') heart.alerts.setState(alert, 'acknowledged');
    else if (deed === 'close_alert') heart.alerts.setState(alert, 'closed');
    else if (deed === 'reopen') heart.alerts.setState(alert, 'open');
    if (caseId !== undefined) heart.alerts.setCase(alert, caseId);
  }
}
