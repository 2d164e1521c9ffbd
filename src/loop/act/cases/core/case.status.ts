// The status machine as a table: for every status and every thing that can happen, the status it leads to or the reason it cannot.
import { type Refused, type Result, refuse } from '../../../../kit/result.ts';
import { CASE_ACTIONS, type CaseAction, type CaseStatus, OPEN_STATUSES, type PublicStage } from './case.contract.ts';

/** What members do, and what happens to a case by itself: the customer wrote, a member answered. */
export const STATUS_ACTIONS = [...CASE_ACTIONS, 'customer_wrote', 'agent_replied'] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];

export const STATUS_REFUSALS = [
  'not_new',
  'not_resolved',
  'case_settled',
  'case_closed',
  'already_open',
  'already_pending',
  'already_on_hold',
  'already_resolved',
  'already_verified',
  'already_closed',
] as const;
export type StatusRefusal = (typeof STATUS_REFUSALS)[number];

type Outcome = CaseStatus | { no: StatusRefusal };
const no = (reason: StatusRefusal): Outcome => ({ no: reason });

/** `customer_wrote` and `agent_replied` may lead to the same status: the message is noted, the status stays. */
export const STATUS_TABLE: Record<CaseStatus, Record<StatusAction, Outcome>> = {
  new: {
    triage: 'open',
    continue: 'open',
    wait_for_customer: 'pending',
    wait_for_third_party: 'on_hold',
    resolve: 'resolved',
    reopen: no('not_resolved'),
    verify: no('not_resolved'),
    close: no('not_resolved'),
    customer_wrote: 'new',
    agent_replied: 'open',
  },
  open: {
    triage: no('not_new'),
    continue: no('already_open'),
    wait_for_customer: 'pending',
    wait_for_third_party: 'on_hold',
    resolve: 'resolved',
    reopen: no('not_resolved'),
    verify: no('not_resolved'),
    close: no('not_resolved'),
    customer_wrote: 'open',
    agent_replied: 'open',
  },
  pending: {
    triage: no('not_new'),
    continue: 'open',
    wait_for_customer: no('already_pending'),
    wait_for_third_party: 'on_hold',
    resolve: 'resolved',
    reopen: no('not_resolved'),
    verify: no('not_resolved'),
    close: no('not_resolved'),
    customer_wrote: 'open',
    agent_replied: 'pending',
  },
  on_hold: {
    triage: no('not_new'),
    continue: 'open',
    wait_for_customer: 'pending',
    wait_for_third_party: no('already_on_hold'),
    resolve: 'resolved',
    reopen: no('not_resolved'),
    verify: no('not_resolved'),
    close: no('not_resolved'),
    // A third party is still being waited for, whatever the customer says; the next-response clock sees the message.
    customer_wrote: 'on_hold',
    agent_replied: 'on_hold',
  },
  resolved: {
    triage: no('not_new'),
    continue: no('case_settled'),
    wait_for_customer: no('case_settled'),
    wait_for_third_party: no('case_settled'),
    resolve: no('already_resolved'),
    reopen: 'open',
    verify: 'verified',
    close: 'closed',
    customer_wrote: 'open',
    agent_replied: 'resolved',
  },
  verified: {
    triage: no('not_new'),
    continue: no('case_settled'),
    wait_for_customer: no('case_settled'),
    wait_for_third_party: no('case_settled'),
    resolve: no('already_verified'),
    reopen: 'open',
    verify: no('already_verified'),
    close: 'closed',
    customer_wrote: 'open',
    agent_replied: 'verified',
  },
  closed: {
    triage: no('not_new'),
    continue: no('case_settled'),
    wait_for_customer: no('case_settled'),
    wait_for_third_party: no('case_settled'),
    resolve: no('already_closed'),
    reopen: 'open',
    verify: no('already_closed'),
    close: no('already_closed'),
    // A closed case stays closed; what the customer says opens a new one.
    customer_wrote: no('case_closed'),
    agent_replied: no('case_closed'),
  },
};

/** The status an action leads to, or why it may not happen. */
export function nextStatus(status: CaseStatus, action: StatusAction): Result<CaseStatus, StatusRefusal> {
  const outcome = STATUS_TABLE[status][action];
  return typeof outcome === 'string' ? { ok: true, value: outcome } : refuse(outcome.no);
}

/** What a member may do now, for the console to offer. */
export function offeredActions(status: CaseStatus): CaseAction[] {
  return CASE_ACTIONS.filter((action) => typeof STATUS_TABLE[status][action] === 'string');
}

/** Whether somebody still owes work. */
export function isOpen(status: CaseStatus): boolean {
  return (OPEN_STATUSES as readonly CaseStatus[]).includes(status);
}

/** What the reporter is shown; a closed case shows the last stage it honestly reached. */
export function publicStageOf(status: CaseStatus, verified: boolean): PublicStage {
  if (status === 'new') return 'received';
  if (status === 'open' || status === 'on_hold') return 'in_progress';
  if (status === 'pending') return 'waiting_for_you';
  if (status === 'resolved') return 'resolved';
  return status === 'verified' || verified ? 'verified' : 'resolved';
}

/** The action that leads to a status a member chose. */
export function actionTowards(status: 'open' | 'pending' | 'on_hold'): StatusAction {
  return status === 'open' ? 'continue' : status === 'pending' ? 'wait_for_customer' : 'wait_for_third_party';
}

/** Every status that can be reached from `new`, for the test that proves the table whole. */
export function reachable(): Set<CaseStatus> {
  const seen = new Set<CaseStatus>(['new']);
  for (const status of seen) {
    for (const action of STATUS_ACTIONS) {
      const next = nextStatus(status, action);
      if (next.ok) seen.add(next.value);
    }
  }
  return seen;
}

/** A refusal about a case that cannot be worked on whatever its status. */
export function refuseMerged(mergedInto: string | null): Refused<'case_merged'> | null {
  return mergedInto
    ? refuse('case_merged', [{ path: 'mergedIntoId', code: 'case_merged', message: mergedInto }])
    : null;
}
