// Holds the alarms of an analysis against what was planted: how soon, how many missed, how many for nothing.
import type { LiveAlert, LiveClass } from '../../../analysis/core/analysis.contract.ts';
import type { PlannedIncident } from '../simulated-show.contract.ts';

/** A line of an incident, in order of time. */
export interface PlantedLine {
  at: number;
  uid: string;
  isBuyer: boolean;
}

/** An alarm for this long after the last planted line still belongs to it. */
const AFTER_MS = 60_000;
/** Three distinct people within this span make a danger certain; one who has bought does alone. */
const RISK_WINDOW_MS = 60_000;

/** When so many different people had spoken; null when they never did. */
export function whenDistinct(lines: readonly PlantedLine[], people: number): number | null {
  const seen = new Set<string>();
  for (const { at, uid } of lines) {
    seen.add(uid);
    if (seen.size >= people) return at;
  }
  return null;
}

/** The line that tips a danger: the first by a verified buyer, or the third distinct person within sixty seconds. */
export function whenTipped(lines: readonly PlantedLine[]): number | null {
  for (const [turn, line] of lines.entries()) {
    if (line.isBuyer) return line.at;
    const near = lines.slice(0, turn + 1).filter((one) => line.at - one.at <= RISK_WINDOW_MS);
    if (new Set(near.map((one) => one.uid)).size >= 3) return line.at;
  }
  return null;
}

export interface Alarm {
  kind: LiveAlert['kind'];
  class: LiveClass | null;
  productId: string | null;
  raisedAt: number;
  /** Truth of the lines it stands on. */
  evidence: readonly { class: LiveClass; incidentId?: string; waveId?: string; chantId?: string }[];
}

export interface Answered {
  incidentId: string;
  kind: PlannedIncident['kind'];
  class: string | null;
  /** From the fifth distinct person, or the tipping line, to the alarm; negative when it came before; null when it never came. */
  delayMs: number | null;
  /** The card was on the desk already, raised by somebody before, and took up what was said; its delay is 0. */
  isStanding?: boolean;
}

/**
 * What most lines of an alarm are in truth: shouted by a `wave`, a fans' `chant`, `ordinary` complaints of that very class of which
 * there are always some, or lines `misread` for it.
 */
export type Ground = 'wave' | 'chant' | 'ordinary' | 'misread';

export interface AlarmScore {
  complaints: Answered[];
  slowRises: Answered[];
  risks: Answered[];
  waves: { planted: number; found: number; alarms: number; right: number };
  /** Alarms that nothing planted explains, and what they stand on. */
  falseComplaints: { class: string | null; kind: string; raisedAt: number; by: Ground }[];
  falseRisks: { class: string | null; raisedAt: number; by: Ground }[];
  /** Alarms that stand on planted trouble but name another class or product of it. */
  misfiled: number;
  /** Bursts that name no complaint: the room was loud, and it was so. */
  bursts: number;
}

const isAbout = (alarm: Alarm, what: string) => alarm.kind !== 'wave' && (alarm.class ?? '').startsWith(what);
const isComplaint = (alarm: Alarm) => isAbout(alarm, 'complain.');
const isRisk = (alarm: Alarm) => alarm.kind === 'risk' || isAbout(alarm, 'risk.');

/** @param linesOf what was really said of each incident, in order of time */
export function judgeAlarms(
  incidents: readonly PlannedIncident[],
  linesOf: (incidentId: string) => readonly PlantedLine[],
  alarms: readonly Alarm[],
): AlarmScore {
  const fits = (alarm: Alarm, incident: PlannedIncident) =>
    alarm.class === incident.class &&
    (alarm.productId === null || incident.productId === undefined || alarm.productId === incident.productId) &&
    alarm.raisedAt >= incident.from &&
    alarm.raisedAt <= incident.to + AFTER_MS;
  const answer = (incident: PlannedIncident, from: number | null, mine: (alarm: Alarm) => boolean): Answered | null => {
    if (from === null) return null;
    const first = alarms
      .filter((alarm) => mine(alarm) && fits(alarm, incident))
      .sort((a, b) => a.raisedAt - b.raisedAt)[0];
    const named = { incidentId: incident.incidentId, kind: incident.kind, class: incident.class ?? null };
    if (first) return { ...named, delayMs: first.raisedAt - from };
    const isStanding = alarms.some(
      (alarm) =>
        mine(alarm) &&
        fits({ ...alarm, raisedAt: incident.from }, incident) &&
        alarm.raisedAt < incident.from &&
        alarm.evidence.some((line) => line.incidentId === incident.incidentId),
    );
    return isStanding ? { ...named, delayMs: 0, isStanding } : { ...named, delayMs: null };
  };
  const all = (kind: PlannedIncident['kind'], mine: (alarm: Alarm) => boolean) =>
    incidents
      .filter((one) => one.kind === kind)
      .map((one) => {
        const lines = linesOf(one.incidentId);
        return answer(one, kind === 'risk' ? whenTipped(lines) : whenDistinct(lines, 5), mine);
      })
      .filter((one) => one !== null);
  const share = (alarm: Alarm, of: (line: Alarm['evidence'][number]) => boolean) =>
    alarm.evidence.length === 0 ? 0 : alarm.evidence.filter(of).length / alarm.evidence.length;
  const isPlanted = (alarm: Alarm) => incidents.some((one) => one.class !== undefined && fits(alarm, one));
  // The trouble is real, the name or the product is not quite: one more card about the same, no false one.
  const isOfPlanted = (alarm: Alarm) => share(alarm, (line) => line.incidentId !== undefined) >= 0.5;
  const isExplained = (alarm: Alarm) => isPlanted(alarm) || isOfPlanted(alarm);
  const groundOf = (alarm: Alarm): Ground => {
    if (share(alarm, (line) => line.waveId !== undefined) >= 0.5) return 'wave';
    if (share(alarm, (line) => line.chantId !== undefined) >= 0.5) return 'chant';
    return share(alarm, (line) => line.class === alarm.class && line.waveId === undefined) >= 0.5
      ? 'ordinary'
      : 'misread';
  };
  const waveAlarms = alarms.filter((alarm) => alarm.kind === 'wave');
  const planted = incidents.filter((one) => one.kind === 'wave');
  return {
    complaints: all('complaint', isComplaint),
    slowRises: all('slow_rise', isComplaint),
    risks: all('risk', isRisk),
    waves: {
      planted: planted.length,
      found: planted.filter((one) =>
        waveAlarms.some((alarm) => alarm.evidence.some((line) => line.waveId === one.incidentId)),
      ).length,
      alarms: waveAlarms.length,
      right: waveAlarms.filter((alarm) => share(alarm, (line) => line.waveId !== undefined) >= 0.5).length,
    },
    falseComplaints: alarms
      .filter((alarm) => isComplaint(alarm) && !isRisk(alarm) && !isExplained(alarm))
      .map((alarm) => ({ class: alarm.class, kind: alarm.kind, raisedAt: alarm.raisedAt, by: groundOf(alarm) })),
    falseRisks: alarms
      // A danger that somebody really named by himself is no false one, planted or not.
      .filter((alarm) => isRisk(alarm) && !isExplained(alarm) && groundOf(alarm) !== 'ordinary')
      .map((alarm) => ({ class: alarm.class, raisedAt: alarm.raisedAt, by: groundOf(alarm) })),
    misfiled: alarms.filter((alarm) => (isComplaint(alarm) || isRisk(alarm)) && !isPlanted(alarm) && isOfPlanted(alarm))
      .length,
    bursts: alarms.filter((alarm) => !isComplaint(alarm) && !isRisk(alarm) && alarm.kind !== 'wave').length,
  };
}
