// What the chapters of the demo's story share: the house, the clock, the people, and a list of deeds to come.
import type { Tools } from '../product.ts';
import type { DemoCounts } from './demo.contract.ts';
import type { Dice } from './dice.ts';
import type { Stage, Worker } from './stage.ts';
import type { Customer } from './voices.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** The shop lives by China's clock, which knows no summer time. */
const ZONE_MS = 8 * HOUR;

export interface Staff {
  owner: Worker;
  manager: Worker;
  analyst: Worker;
  agents: readonly Worker[];
}

export interface Tale {
  stage: Stage;
  tools: Tools;
  dice: Dice;
  days: number;
  scale: number;
  until: Date;
  customers: Customer[];
  staff: Staff;
  teams: Record<'service' | 'quality' | 'logistics' | 'analytics', string>;
  /** Ids the chapters tell each other of: questionnaires, problems, actions. */
  kept: Map<string, string>;
  counts: DemoCounts;
  /** What those do who were told together that the cause is gone. */
  onceCured: (() => void)[];
  /** Midnight of a day of the story, 0 the first. */
  dayStart(day: number): Date;
  /** A day of the ninety-day story, on the days that are really told. */
  storyDay(day: number): number;
  /** An hour of a day of the ninety-day story, as an instant; a shorter telling keeps the order of things. */
  storyTime(day: number, hour: number): number;
  /** Adds a deed; what lies after the end of the story never happens. */
  plan(at: Date | number, deed: () => Promise<void>): void;
  /** Does, in order of time, everything planned before this instant. */
  doUntil(end: Date): Promise<void>;
}

export function createTale(parts: Omit<Tale, 'dayStart' | 'storyDay' | 'storyTime' | 'plan' | 'doUntil'>): Tale {
  const { days, until, stage } = parts;
  const today = Math.floor((until.getTime() + ZONE_MS) / DAY) * DAY - ZONE_MS;
  const agenda: { at: number; order: number; deed: () => Promise<void> }[] = [];
  const first = today - (days - 1) * DAY;
  const pace = (days - 1) / 89;
  let order = 0;
  return {
    ...parts,
    dayStart: (day) => new Date(today - (days - 1 - day) * DAY),
    storyDay: (day) => Math.round(day * pace),
    storyTime: (day, hour) => first + Math.round((day + hour / 24) * pace * DAY),
    plan(at, deed) {
      order += 1;
      agenda.push({ at: Number(at), order, deed });
    },
    async doUntil(end) {
      const last = Math.min(end.getTime(), until.getTime());
      for (;;) {
        let next = -1;
        for (let index = 0; index < agenda.length; index += 1) {
          const one = agenda[index]!;
          if (one.at >= last) continue;
          const best = agenda[next];
          if (!best || one.at < best.at || (one.at === best.at && one.order < best.order)) next = index;
        }
        if (next < 0) return;
        const [now] = agenda.splice(next, 1);
        stage.clock.now = new Date(now!.at);
        await now!.deed();
      }
    },
  };
}

/** The next instant at which somebody sits at the desk: from nine in the morning to half past ten at night. */
export function atWork(at: number, dice: Dice): number {
  const inDay = (at + ZONE_MS) % DAY;
  const midnight = at - inDay;
  if (inDay < 9 * HOUR) return midnight + 9 * HOUR + dice.whole(2, 75) * 60_000;
  if (inDay > 22.5 * HOUR) return midnight + DAY + 9 * HOUR + dice.whole(2, 75) * 60_000;
  return at;
}

/** The calendar day, `YYYY-MM-DD`, in the shop's zone. */
export function dayName(at: Date): string {
  return new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 10);
}
