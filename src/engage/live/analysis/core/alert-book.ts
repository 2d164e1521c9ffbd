// Alerts of the room: raised once, fed while the matter goes on, closed by people, or by quiet when they are not urgent.

import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { AlertKind, LiveAlert, LiveClass } from './analysis.contract.ts';
import type { Hit } from './series.ts';

const MOST = 400;
const SHOWN = 50;
const MOST_EVIDENCE = 200;
const MOST_SAMPLES = 6;
/** Further voices within this join the alert. */
const GOES_ON_MS = 120_000;
/** Another matter of the same class joins an alert this young; later it is one of its own. */
const SAME_RISE_MS = 60_000;
const QUIET_MS = 10 * 60_000;

export interface NewAlert {
  kind: AlertKind;
  level: LiveAlert['level'];
  class: LiveClass | null;
  /** What within the class, for example `quality/wear`. */
  matter: string | null;
  productId: string | null;
  at: number;
  z: number | null;
  reasons: LiveAlert['reasons'];
  hits: readonly Hit[];
  price: LiveMoney | null;
}

export interface HeldAlert {
  alert: LiveAlert;
  matter: string | null;
  people: Set<number>;
  view: LiveAlert | null;
}

export interface SavedAlerts {
  seq: number;
  alerts: { alert: LiveAlert; matter: string | null; people: number[] }[];
}

export class AlertBook {
  private seq = 0;
  private held: HeldAlert[] = [];

  /** The alert a new voice belongs to; null when there is none that goes on. */
  running(
    kind: AlertKind,
    kindOf: LiveClass | null,
    productId: string | null,
    matter: string | null,
    at: number,
  ): HeldAlert | null {
    for (let place = this.held.length - 1; place >= 0; place -= 1) {
      const one = this.held[place]!;
      const { alert } = one;
      if (alert.state === 'closed' || at - alert.lastAt > GOES_ON_MS) continue;
      if (alert.kind !== kind || alert.class !== kindOf || alert.productId !== productId) continue;
      if (matter === null || one.matter === matter || one.matter === null || at - alert.raisedAt <= SAME_RISE_MS)
        return one;
    }
    return null;
  }

  raise(next: NewAlert): HeldAlert {
    const first = next.hits[0];
    const alert: LiveAlert = {
      alertId: `a${this.seq.toString(36).padStart(5, '0')}`,
      kind: next.kind,
      level: next.level,
      class: next.class,
      word: null,
      productId: next.productId,
      since: first?.at ?? next.at,
      lastAt: next.at,
      raisedAt: next.at,
      people: 0,
      count: 0,
      z: next.z === null ? null : Math.round(next.z * 10) / 10,
      reasons: next.reasons,
      samples: [],
      evidence: [],
      price: next.price,
      state: 'open',
      caseId: null,
    };
    this.seq += 1;
    const held: HeldAlert = { alert, matter: next.matter, people: new Set(), view: null };
    for (const hit of next.hits) this.feed(held, hit);
    alert.lastAt = next.at;
    this.held.push(held);
    if (this.held.length > MOST) this.forget();
    return held;
  }

  feed(held: HeldAlert, hit: Hit): void {
    const { alert, people } = held;
    alert.count += 1;
    if (hit.person === 0) alert.people = Math.max(1, alert.people);
    else if (!people.has(hit.person)) {
      if (people.size < 5000) people.add(hit.person);
      alert.people = Math.max(alert.people, people.size);
      if (alert.samples.length < MOST_SAMPLES)
        alert.samples = [...alert.samples, { eventId: hit.eventId, text: hit.text, name: hit.name, at: hit.at }];
    }
    if (alert.evidence.length < MOST_EVIDENCE) alert.evidence = [...alert.evidence, hit.eventId];
    alert.lastAt = Math.max(alert.lastAt, hit.at);
    held.view = null;
  }

  /** Adds a reason to alerts that rest on the same events. */
  remark(evidence: ReadonlySet<string>, reason: LiveAlert['reasons'][number], except: string): void {
    for (const one of this.held) {
      const { alert } = one;
      if (
        alert.alertId === except ||
        alert.state === 'closed' ||
        alert.reasons.some((known) => known.key === reason.key)
      )
        continue;
      let shared = 0;
      for (const eventId of alert.evidence) if (evidence.has(eventId)) shared += 1;
      if (shared * 2 < alert.evidence.length || shared === 0) continue;
      alert.reasons = [...alert.reasons, reason];
      one.view = null;
    }
  }

  get(alertId: string): HeldAlert | null {
    return this.held.find((one) => one.alert.alertId === alertId) ?? null;
  }

  setState(held: HeldAlert, state: LiveAlert['state']): void {
    held.alert.state = state;
    held.view = null;
  }

  setCase(held: HeldAlert, caseId: string): void {
    held.alert.caseId = caseId;
    held.view = null;
  }

  /** Quiet closes what is not urgent. */
  quieten(now: number): void {
    for (const one of this.held) {
      const { alert } = one;
      if (alert.level === 'amber' && alert.state !== 'closed' && now - alert.lastAt > QUIET_MS)
        this.setState(one, 'closed');
    }
  }

  all(): LiveAlert[] {
    return this.held.map((one) => one.alert);
  }

  /** What is open and the newest of the rest, in the order of their raising. */
  views(): LiveAlert[] {
    const shown = new Set<HeldAlert>();
    for (const isOpen of [true, false])
      for (let at = this.held.length - 1; at >= 0 && shown.size < SHOWN; at -= 1)
        if ((this.held[at]!.alert.state !== 'closed') === isOpen) shown.add(this.held[at]!);
    return this.held
      .filter((one) => shown.has(one))
      .map((one) => {
        one.view ??= { ...one.alert };
        return one.view;
      });
  }

  save(): SavedAlerts {
    return {
      seq: this.seq,
      alerts: this.held.map(({ alert, matter, people }) => ({ alert, matter, people: [...people] })),
    };
  }

  load(saved: SavedAlerts): void {
    this.seq = saved.seq;
    this.held = saved.alerts.map(({ alert, matter, people }) => ({
      alert,
      matter,
      people: new Set(people),
      view: null,
    }));
  }

  private forget(): void {
    const at = this.held.findIndex((one) => one.alert.state === 'closed');
    this.held.splice(Math.max(0, at), 1);
  }
}
