// The people of a simulated room: who comes and goes, who writes much, how each types and how late each sees the picture.
import type { LiveUser } from '../../stream/core/live-event.contract.ts';
import { CROWD } from './crowd-numbers.ts';
import type { Dice } from './dice.ts';
import { LINE_BOOKS, type SpokenLanguage } from './line-book.ts';
import type { ShowLanguage } from './simulated-show.contract.ts';

export interface Viewer {
  user: LiveUser;
  language: SpokenLanguage;
  /** How much later than the host's words this viewer's words come, in milliseconds: picture delay and thinking. */
  delayMs: number;
  looseness: number;
  tier: number;
  enteredAt: number;
}

/** Mean stay of a viewer in seconds; those who write much stay longer. */
const STAY_SECONDS = [1500, 600, 300, 180];
/** Of a mixed room, those who write English; in the others a few strangers. */
const ENGLISH: Readonly<Record<ShowLanguage, number>> = { zh: 0.01, en: 1, mixed: 0.35 };

export class Crowd {
  private readonly present: Viewer[][] = CROWD.writers.map(() => []);
  private count = 0;
  private readonly roomDelayMs: number;
  private readonly language: ShowLanguage;
  private readonly dice: Dice;
  private readonly seed: number;

  constructor(seed: number, language: ShowLanguage, dice: Dice) {
    this.seed = seed;
    this.language = language;
    this.dice = dice;
    this.roomDelayMs = dice.between(3000, 7500);
  }

  get online(): number {
    return this.present.reduce((sum, one) => sum + one.length, 0);
  }

  enter(now: number): Viewer {
    const { dice } = this;
    const fall = dice.roll();
    let tier = 0;
    for (let sum = CROWD.writers[0].people; tier < 3 && fall >= sum; sum += CROWD.writers[tier]!.people) tier += 1;
    const viewer = this.person(now, tier);
    this.present[tier]!.push(viewer);
    return viewer;
  }

  /** Somebody new; stays outside of the room until put in by `enter`. */
  private person(now: number, tier: number): Viewer {
    const { dice } = this;
    const language: SpokenLanguage = dice.luck(ENGLISH[this.language]) ? 'en' : 'zh';
    const isFan = tier < 2 && dice.luck(0.5);
    const user: LiveUser = {
      uid: `${this.seed}-${this.count}`,
      name: this.name(language),
      role: isFan ? 'fan' : 'viewer',
      level: Math.max(1, Math.round((isFan ? 14 : 3) * dice.gamma(1.6))),
      follower: isFan || dice.luck(0.25),
      ...(dice.luck(isFan ? 0.35 : 0.06) ? { buyer: true } : {}),
      ...(dice.luck(0.22) ? { newcomer: true } : {}),
    };
    this.count += 1;
    return {
      user,
      language,
      delayMs: Math.round(Math.min(15_000, this.roomDelayMs + dice.wait(1800))),
      looseness: dice.between(0.05, 0.55),
      tier,
      enteredAt: now,
    };
  }

  private name(language: SpokenLanguage): string {
    const { dice } = this;
    const { front, back } = LINE_BOOKS[language].people.names;
    const name = dice.pick(front) + dice.pick(back);
    return dice.luck(0.35) ? `${name}${dice.whole(1, 9999)}` : name;
  }

  /** Lets people go so that, with the arrivals, the room has about so many; returns how many shall enter this second. */
  turnOver(target: number): number {
    for (const [tier, viewers] of this.present.entries()) {
      for (
        let left = this.dice.poisson(viewers.length / STAY_SECONDS[tier]!);
        left > 0 && viewers.length > 1;
        left -= 1
      ) {
        this.removeAt(viewers, this.dice.whole(0, viewers.length - 1));
      }
    }
    return Math.max(0, this.dice.poisson(Math.max(0, target - this.online) * 0.25));
  }

  private removeAt(viewers: Viewer[], at: number): void {
    viewers[at] = viewers.at(-1)!;
    viewers.pop();
  }

  /** Who writes next: a few write most. Null in an empty room. */
  writer(): Viewer | null {
    let fall = this.dice.roll();
    for (const [tier, { lines }] of CROWD.writers.entries()) {
      fall -= lines;
      const viewers = this.present[tier]!;
      if ((fall < 0 || tier === 3) && viewers.length > 0) return this.dice.pick(viewers);
    }
    return this.anyone();
  }

  /** Anybody in the room, whether or not he ever writes. */
  anyone(): Viewer | null {
    let at = Math.floor(this.dice.roll() * this.online);
    for (const viewers of this.present) {
      if (at < viewers.length) return viewers[at]!;
      at -= viewers.length;
    }
    return null;
  }
}
