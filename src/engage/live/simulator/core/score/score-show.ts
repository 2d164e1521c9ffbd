// Plays a simulated show to an analysis and holds everything it says against the truth.
import { maskPersonalData } from '../../../../../text/personal-data.ts';
import type { AnalysedProduct, Analyser } from '../../../analysis/core/analyser.contract.ts';
import type { LiveAlert } from '../../../analysis/core/analysis.contract.ts';
import type { DecodedEvent, LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { planShow } from '../plan-show.ts';
import { simulate } from '../simulate.ts';
import { type LineTruth, type ShowPlan, SIMULATOR_SOURCE, type SimulateOptions } from '../simulated-show.contract.ts';
import { type BCubed, bCubed } from './b-cubed.ts';
import { Confusion } from './confusion.ts';
import { type Alarm, type AlarmScore, judgeAlarms, type PlantedLine } from './judge-alerts.ts';

/** Often enough to see every alarm; the moment it was raised stands in it. */
const PATCH_EVERY_MS = 1000;
/** A question that nobody asked for so long and that comes up again is a new one to the host. */
const QUESTION_LIVES_MS = 300_000;
const ROOM = 'lrm_simulated';
const SHOW = 'lsh_simulated';

export interface Share {
  right: number;
  of: number;
}

export interface ShowScore {
  seed: number;
  events: number;
  comments: number;
  hours: number;
  confusion: Confusion;
  grouping: BCubed;
  /** Lines that ask nothing and yet stand in a group. */
  strayInGroups: Share;
  attribution: { named: Share; onAir: Share };
  /** Lines of waves that count less, from the first to the last; honest lines and fans' floods that do. */
  weights: { wave: Share; honest: Share; chant: Share };
  hardNegatives: { lines: number; calledRisk: number; calledComplaint: number };
  alarms: AlarmScore;
  /** Planted trouble that was called late or never, with what of it was not read as such. */
  late: LateAlarm[];
  /** Planted lines that were read as something else, by what they mean, what was read and the words. */
  unread: Map<string, number>;
}

export interface LateAlarm {
  seed: number;
  incidentId: string;
  class: string | null;
  fault: string | null;
  delayMs: number | null;
  lines: number;
  read: number;
}

/** Milliseconds within which an alarm is in time. */
export const IN_TIME_MS = { complaint: 10_000, risk: 1000 } as const;

export function shelfOf(plan: ShowPlan): AnalysedProduct[] {
  return plan.products.map(({ productId, index, title, aliases, price }) => ({
    productId,
    index,
    title,
    aliases,
    price,
  }));
}

/** The event as a room's gate would record it; ids of people are made up already and need no hash. */
export function recordedEvent(event: DecodedEvent, seq: number): LiveEvent {
  return {
    ...event,
    ...('text' in event ? { text: maskPersonalData(event.text).masked } : {}),
    v: 1,
    id: `${SIMULATOR_SOURCE}:${ROOM}:${event.id}`,
    source: SIMULATOR_SOURCE,
    roomId: ROOM,
    sessionId: SHOW,
    rts: event.ts,
    seq,
    trust: 'own',
  } as LiveEvent;
}

/** @param make opens the analysis for the plan's shelf */
export function scoreShow(
  options: SimulateOptions,
  make: (plan: ShowPlan, shelf: AnalysedProduct[], ids: { roomId: string; sessionId: string }) => Analyser,
): ShowScore {
  const plan = planShow(options);
  const shelf = shelfOf(plan);
  const analyser = make(plan, shelf, { roomId: ROOM, sessionId: SHOW });
  const score = new Scorer();
  const alerts = new Map<string, LiveAlert>();
  const look = () => {
    for (const alert of analyser.patch()?.alerts?.put ?? []) alerts.set(alert.alertId, alert);
  };
  let nextLook = plan.startedAt;
  let seq = 0;
  for (const { event, truth } of simulate(options)) {
    if (event.ts >= nextLook) {
      look();
      nextLook = event.ts + PATCH_EVERY_MS;
    }
    seq += 1;
    const recorded = recordedEvent(event, seq);
    analyser.take(recorded);
    if (truth) score.line(recorded, truth, analyser);
  }
  look();
  return {
    seed: options.seed,
    events: seq,
    hours: (plan.endsAt - plan.startedAt) / 3_600_000,
    ...score.result(plan, [...alerts.values()]),
  };
}

class Scorer {
  private readonly confusion = new Confusion();
  private readonly grouped: { truth: string; found: string | null }[] = [];
  private readonly stray: Share = { right: 0, of: 0 };
  private readonly named: Share = { right: 0, of: 0 };
  private readonly onAir: Share = { right: 0, of: 0 };
  private readonly weights = { wave: { right: 0, of: 0 }, honest: { right: 0, of: 0 }, chant: { right: 0, of: 0 } };
  private readonly hard = { lines: 0, calledRisk: 0, calledComplaint: 0 };
  private readonly truths = new Map<string, LineTruth>();
  private readonly planted = new Map<string, PlantedLine[]>();
  private readonly asked = new Map<string, { at: number; turn: number }>();
  private readonly read = new Map<string, number>();
  private readonly unread = new Map<string, number>();
  private comments = 0;

  line(event: LiveEvent, truth: LineTruth, analyser: Analyser): void {
    this.comments += 1;
    this.truths.set(event.id, truth);
    const verdict = analyser.verdict();
    if (truth.incidentId) {
      const lines = this.planted.get(truth.incidentId) ?? [];
      lines.push({ at: event.ts, uid: event.user?.uid ?? '', isBuyer: event.user?.buyer === true });
      this.planted.set(truth.incidentId, lines);
    }
    if (!verdict || verdict.eventId !== event.id) return;
    const weighed = truth.waveId ? this.weights.wave : truth.chantId ? this.weights.chant : this.weights.honest;
    weighed.of += 1;
    if (verdict.weight < 1) weighed.right += 1;
    if (truth.incidentId && !truth.waveId) {
      if (verdict.class === truth.class) this.read.set(truth.incidentId, (this.read.get(truth.incidentId) ?? 0) + 1);
      else {
        const words = `${truth.class} as ${verdict.class}: ${'text' in event ? event.text : ''}`;
        this.unread.set(words, (this.unread.get(words) ?? 0) + 1);
      }
    }
    if (truth.waveId) return;
    this.confusion.add(truth.class, verdict.class);
    if (truth.groupKey) this.grouped.push({ truth: this.asking(truth.groupKey, event.ts), found: verdict.groupId });
    else if (!truth.class.startsWith('ask.')) {
      this.stray.of += 1;
      if (verdict.groupId !== null) this.stray.right += 1;
    }
    if (truth.productId) {
      const share = truth.by === 'named' ? this.named : this.onAir;
      share.of += 1;
      if (verdict.productId === truth.productId) share.right += 1;
    }
    if (truth.isHardNegative) {
      this.hard.lines += 1;
      if (verdict.class.startsWith('risk.')) this.hard.calledRisk += 1;
      if (verdict.class.startsWith('complain.')) this.hard.calledComplaint += 1;
    }
  }

  private late(plan: ShowPlan, { complaints, risks }: AlarmScore): LateAlarm[] {
    return [...complaints, ...risks]
      .filter(({ kind, delayMs }) => delayMs === null || delayMs > IN_TIME_MS[kind === 'risk' ? 'risk' : 'complaint'])
      .map(({ incidentId, class: name, delayMs }) => ({
        seed: plan.seed,
        incidentId,
        class: name,
        fault: plan.incidents.find((one) => one.incidentId === incidentId)?.fault ?? null,
        delayMs,
        lines: this.planted.get(incidentId)?.length ?? 0,
        read: this.read.get(incidentId) ?? 0,
      }));
  }

  /** Which asking of a question this line belongs to. */
  private asking(key: string, at: number): string {
    const last = this.asked.get(key);
    const turn = last === undefined ? 0 : at - last.at > QUESTION_LIVES_MS ? last.turn + 1 : last.turn;
    this.asked.set(key, { at, turn });
    return `${key}#${turn}`;
  }

  result(plan: ShowPlan, alerts: readonly LiveAlert[]) {
    const alarms = alerts.map(
      (alert): Alarm => ({
        kind: alert.kind,
        class: alert.class,
        productId: alert.productId,
        raisedAt: alert.raisedAt,
        evidence: alert.evidence.flatMap((id) => this.truths.get(id) ?? []),
      }),
    );
    const judged = judgeAlarms(plan.incidents, (id) => this.planted.get(id) ?? [], alarms);
    return {
      comments: this.comments,
      confusion: this.confusion,
      grouping: bCubed(this.grouped),
      strayInGroups: this.stray,
      attribution: { named: this.named, onAir: this.onAir },
      weights: this.weights,
      hardNegatives: this.hard,
      alarms: judged,
      late: this.late(plan, judged),
      unread: this.unread,
    };
  }
}
