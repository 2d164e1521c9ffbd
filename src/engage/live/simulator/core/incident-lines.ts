// Turns planted incidents into who says what when.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import { createDice, type Dice } from './dice.ts';
import { type Family, LINE_BOOKS, type SpokenLanguage } from './line-book.ts';
import type { PlannedIncident } from './simulated-show.contract.ts';

/** A moment at which somebody of the room takes part; `say` is null for people of a wave, who bring their own words. */
export interface Cue {
  at: number;
  incident: PlannedIncident;
  /** Number of the wave's account, for waves. */
  account?: number;
}

/** Share of ordinary lines that complain of one class; what is planted must stand out from it. */
const ORDINARY_SHARE = 0.003;

/** All cues of the show in order of time. */
export function cuesOf(incidents: readonly PlannedIncident[], ratePerSecond: number, dice: Dice): Cue[] {
  const cues = incidents.flatMap((incident) => cuesOfOne(incident, ratePerSecond, dice.fork(incident.incidentId)));
  return cues.sort((a, b) => a.at - b.at);
}

function cuesOfOne(incident: PlannedIncident, rate: number, dice: Dice): Cue[] {
  const { kind, from, to } = incident;
  const usual = rate * ORDINARY_SHARE;
  if (kind === 'complaint') {
    const perSecond = Math.max(dice.between(0.35, 0.9), usual * dice.between(6, 10));
    return arrivals(from, to, (share) => perSecond * Math.min(1, 0.25 + share * 6), dice).map((at) => ({
      at,
      incident,
    }));
  }
  if (kind === 'slow_rise') {
    const most = Math.max(0.3, usual * 8);
    return arrivals(from, to, (share) => most * share, dice).map((at) => ({ at, incident }));
  }
  if (kind === 'risk') {
    const people = dice.whole(4, 11);
    const step = (to - from) / people;
    return Array.from({ length: people }, (_, turn) => ({
      at: Math.round(from + (turn + dice.between(0, 0.8)) * step),
      incident,
    }));
  }
  if (kind === 'chant') {
    const perSecond = Math.max(2, rate * dice.between(0.6, 1.4));
    return arrivals(from, to, (share) => perSecond * Math.exp(-share * 1.5), dice).map((at) => ({ at, incident }));
  }
  if (kind === 'wave') return waveCues(incident, rate, dice);
  return [];
}

/** Paid accounts write by the clock: even steps, one after another, then round again. */
function waveCues(incident: PlannedIncident, rate: number, dice: Dice): Cue[] {
  const { from, to, people = 40 } = incident;
  const perSecond = Math.max(dice.between(0.7, 1.4), rate * 0.08);
  const step = 1000 / perSecond;
  const cues: Cue[] = [];
  for (let at = from, turn = 0; at < to; at += step * dice.between(0.9, 1.1), turn += 1) {
    cues.push({ at: Math.round(at), incident, account: turn % Math.max(people, Math.round(perSecond * 20)) });
  }
  return cues;
}

/** A Poisson stream whose rate (a second) changes with the share of the span that has passed. */
function arrivals(from: number, to: number, rate: (share: number) => number, dice: Dice): number[] {
  const found: number[] = [];
  const top = Math.max(rate(0), rate(0.25), rate(0.5), rate(1));
  for (let at = from + dice.wait(1000 / top); at < to; at += dice.wait(1000 / top)) {
    if (dice.luck(rate((at - from) / (to - from)) / top)) found.push(Math.round(at));
  }
  return found;
}

/** The words of a fault in this language. */
export function faultFamily(incident: PlannedIncident, language: SpokenLanguage): Family {
  const found = LINE_BOOKS[language].faults.find((one) => one.key === incident.fault);
  if (!found) throw new Error(`no words for ${incident.fault} in ${language}`);
  return found;
}

export interface Chorus {
  class: LiveClass;
  lines: readonly string[];
}

/** What a chant or a wave says: one catchphrase, in the language of the room. */
export function chorusOf(incident: PlannedIncident, seed: number, language: SpokenLanguage): Chorus {
  const { chants, waves } = LINE_BOOKS[language].people;
  const chosen = createDice(seed)
    .fork(`chorus/${incident.incidentId}`)
    .pick(incident.kind === 'wave' ? waves : chants);
  return { class: chosen.class as LiveClass, lines: chosen.lines };
}

/** Names of bought accounts look alike: all of one make. */
export function waveName(incident: PlannedIncident, account: number, seed: number, language: SpokenLanguage): string {
  const make = createDice(seed).fork(`make/${incident.incidentId}`).whole(0, 2);
  const dice = createDice(seed).fork(`account/${incident.incidentId}/${account}`);
  if (make === 0) return `${language === 'zh' ? '用户' : 'user'}${dice.whole(1_000_000, 9_999_999)}`;
  const letters = Array.from({ length: 4 }, () => 'abcdefghijklmnopqrstuvwxyz'[dice.whole(0, 25)]).join('');
  if (make === 1) return `${letters}${dice.whole(1000, 9999)}`;
  return `${language === 'zh' ? '手机用户' : 'guest_'}${dice.whole(100_000, 999_999)}`;
}
