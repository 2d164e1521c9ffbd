// Chooses the promises a case falls under: the first policy in the list whose conditions all hold, with the targets of the case's priority.
import type { CLOCK_PRIORITIES, Policy, PolicyTargets } from './clock.contract.ts';
import type { ClockSpec } from './clock-history.contract.ts';

/** What a policy may ask about a case. */
export interface CaseFacts {
  channel: string | null;
  priority: Priority;
  /** Themes of the case and the themes above them. */
  themeIds: readonly string[];
  productIds: readonly string[];
  vip: boolean;
}

export type Priority = (typeof CLOCK_PRIORITIES)[number];

/**
 * The first matching policy wins. Within one condition any listed value will do; all conditions of a policy must hold; a condition
 * left out or empty holds for every case.
 * @param policies in their order; disabled ones are passed over
 */
export function matchPolicy<P extends Pick<Policy, 'enabled' | 'conditions'>>(
  policies: readonly P[],
  facts: CaseFacts,
): P | null {
  return policies.find((policy) => policy.enabled && holds(policy.conditions, facts)) ?? null;
}

function holds(conditions: Policy['conditions'], facts: CaseFacts): boolean {
  return (
    anyOf(conditions.channels, facts.channel === null ? [] : [facts.channel]) &&
    anyOf(conditions.priorities, [facts.priority]) &&
    anyOf(conditions.themeIds, facts.themeIds) &&
    anyOf(conditions.productIds, facts.productIds) &&
    (conditions.vip === undefined || conditions.vip === facts.vip)
  );
}

function anyOf(wanted: readonly string[] | undefined, given: readonly string[]): boolean {
  return wanted === undefined || wanted.length === 0 || given.some((value) => wanted.includes(value));
}

/** The clocks a policy sets on a case of a priority: those of the priority where it names them, else the policy's own. */
export function clockSpecs(
  policy: Pick<Policy, 'targets' | 'targetsByPriority' | 'stages' | 'warnMs'>,
  priority: Priority,
): ClockSpec[] {
  const { warnMs } = policy;
  const targets: PolicyTargets = { ...policy.targets, ...policy.targetsByPriority?.[priority] };
  const specs: ClockSpec[] = [];
  if (targets.frtMs) specs.push({ kind: 'frt', targetMs: targets.frtMs, warnMs });
  if (targets.nrtMs) specs.push({ kind: 'nrt', targetMs: targets.nrtMs, warnMs });
  if (targets.rtMs) specs.push({ kind: 'rt', targetMs: targets.rtMs, warnMs });
  for (const { stage, targetMs } of policy.stages) specs.push({ kind: 'stage', stage, targetMs, warnMs });
  return specs;
}
