// What a simulated show holds, in figures: for the command line, for tests, and for whoever wants to compare with what was heard.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import type { PlannedIncident, ShowPlan, SimulatedEvent } from './simulated-show.contract.ts';

export interface IncidentSum extends PlannedIncident {
  fromSeconds: number;
  toSeconds: number;
  lines: number;
  people: number;
}

export function summarise(plan: ShowPlan, events: Iterable<SimulatedEvent>) {
  const types: Record<string, number> = {};
  const classes: Partial<Record<LiveClass, number>> = {};
  const people = new Set<string>();
  const groups = new Set<string>();
  const byIncident = new Map(plan.incidents.map((one) => [one.incidentId, { lines: 0, people: new Set<string>() }]));
  const sums = { events: 0, comments: 0, hardNegatives: 0, orders: 0, paid: 0, refunded: 0, gmvMinor: 0 };
  let currency = 'CNY';
  for (const { event, truth } of events) {
    sums.events += 1;
    types[event.type] = (types[event.type] ?? 0) + 1;
    if (event.type === 'order.created') sums.orders += 1;
    else if (event.type === 'order.refunded') sums.refunded += 1;
    else if (event.type === 'order.paid') {
      sums.paid += 1;
      sums.gmvMinor += event.amount.minor;
      currency = event.amount.currency;
    }
    if (!truth) continue;
    sums.comments += 1;
    if (truth.isHardNegative) sums.hardNegatives += 1;
    classes[truth.class] = (classes[truth.class] ?? 0) + 1;
    const uid = event.user?.uid ?? '';
    people.add(uid);
    if (truth.groupKey) groups.add(truth.groupKey);
    const planned = byIncident.get(truth.incidentId ?? truth.waveId ?? truth.chantId ?? '');
    if (planned) {
      planned.lines += 1;
      planned.people.add(uid);
    }
  }
  const incidents = plan.incidents.map((one): IncidentSum => {
    const sum = byIncident.get(one.incidentId)!;
    return {
      ...one,
      fromSeconds: Math.round((one.from - plan.startedAt) / 1000),
      toSeconds: Math.round((one.to - plan.startedAt) / 1000),
      lines: sum.lines,
      people: sum.people.size,
    };
  });
  return { ...sums, currency, people: people.size, groups: groups.size, types, classes, incidents };
}
