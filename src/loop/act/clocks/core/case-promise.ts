// Says what a case is promised and which entries its history needs when the promise changes. Pure.
import type { PolicyDraft } from './clock.contract.ts';
import { type ClockEvent, type ClockSpec, clockKey } from './clock-history.contract.ts';
import { type CaseFacts, clockSpecs, matchPolicy } from './clock-policy.ts';

/** A history entry as it is stored: hours are named by their version instead of repeated. */
export type HistoryEntry =
  | Exclude<ClockEvent, { type: 'calendar_changed' }>
  | { atMs: number; type: 'calendar_changed'; versionId: string };

/** A policy as the engine needs it; a removed one still governs the cases it was promised to. */
export interface PolicyInForce extends PolicyDraft {
  id: string;
  removed: boolean;
}

/** A calendar with the version of its hours now in force. */
export interface CalendarInForce {
  id: string;
  versionId: string;
  isDefault: boolean;
}

/** Everything promises are made from, in one workspace at one moment. */
export interface PromiseBook {
  /** In the order in which they are tried; removed ones are passed over. */
  policies: readonly PolicyInForce[];
  calendars: readonly CalendarInForce[];
}

/** What a case is promised. */
export interface CasePromise {
  policyId: string | null;
  calendarId: string;
  versionId: string;
  specs: ClockSpec[];
}

/**
 * Chooses the promise of a case.
 * @param current the promise so far and the facts it was made for: a removed policy keeps governing until the facts change
 */
export function promiseFor(
  book: PromiseBook,
  facts: CaseFacts,
  current?: Pick<CasePromise, 'policyId' | 'calendarId' | 'versionId'> & { facts: CaseFacts },
): CasePromise {
  const kept =
    current && sameFacts(current.facts, facts)
      ? book.policies.find((policy) => policy.removed && policy.id === current.policyId)
      : undefined;
  const policy =
    kept ??
    matchPolicy(
      book.policies.filter((candidate) => !candidate.removed),
      facts,
    );
  const named = book.calendars.find((candidate) => candidate.id === policy?.calendarId);
  // A kept promise also outlives its calendar.
  const gone = kept?.calendarId && !named ? { id: current!.calendarId, versionId: current!.versionId } : undefined;
  const calendar = named ?? gone ?? book.calendars.find((candidate) => candidate.isDefault);
  if (!calendar) throw new Error('A workspace has a default calendar');
  return {
    policyId: policy?.id ?? null,
    calendarId: calendar.id,
    versionId: calendar.versionId,
    specs: policy ? clockSpecs(policy, facts.priority) : [],
  };
}

/** The history entries that lead from one promise to another; none when they are the same. */
export function promiseChanges(
  from: Pick<CasePromise, 'specs' | 'versionId'>,
  to: Pick<CasePromise, 'specs' | 'versionId'>,
  atMs: number,
): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  if (from.versionId !== to.versionId) entries.push({ atMs, type: 'calendar_changed', versionId: to.versionId });
  const before = new Map(from.specs.map((spec) => [clockKey(spec), spec]));
  const targets: Record<string, { targetMs: number; warnMs: number } | null> = {};
  for (const spec of to.specs) {
    const key = clockKey(spec);
    const old = before.get(key);
    before.delete(key);
    if (old?.targetMs === spec.targetMs && old.warnMs === spec.warnMs) continue;
    targets[key] = { targetMs: spec.targetMs, warnMs: spec.warnMs };
  }
  for (const key of before.keys()) targets[key] = null;
  if (Object.keys(targets).length > 0) entries.push({ atMs, type: 'policy_changed', targets });
  return entries;
}

/** Tells whether two sets of facts are the same to every policy. */
export function sameFacts(one: CaseFacts, other: CaseFacts): boolean {
  return (
    one.channel === other.channel &&
    one.priority === other.priority &&
    one.vip === other.vip &&
    sameNames(one.themeIds, other.themeIds) &&
    sameNames(one.productIds, other.productIds)
  );
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
