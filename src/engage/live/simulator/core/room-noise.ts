// What happens in a room beside words and orders: likes, gifts, follows, shares, the number of people.
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';
import { CROWD } from './crowd-numbers.ts';
import type { Dice } from './dice.ts';
import { LINE_BOOKS } from './line-book.ts';
import type { Viewer } from './viewers.ts';

const COUNT_EVERY_SECONDS = 5;

/** A commerce room is given fewer gifts than the recorded room of talk. */
const GIFTS = CROWD.perLine.gift * 0.08;

export class RoomNoise {
  private likes = 0;
  private cumulative = 0;
  private combos = 0;
  private readonly seed: number;
  private readonly dice: Dice;

  constructor(seed: number, dice: Dice) {
    this.seed = seed;
    this.dice = dice;
  }

  entered(viewer: Viewer): DecodedEvent {
    this.cumulative += 1;
    const channel = this.dice.pick(['recommend', 'recommend', 'follow', 'search', 'share']);
    return { type: 'viewer.enter', ts: viewer.enteredAt, user: viewer.user, channel };
  }

  second(now: number, second: number, online: number, lines: number, anyone: () => Viewer | null): DecodedEvent[] {
    const { dice } = this;
    const found: DecodedEvent[] = [];
    const at = () => now + dice.whole(0, 999);
    const by = (count: number, make: (viewer: Viewer) => DecodedEvent) => {
      for (let left = count; left > 0; left -= 1) {
        const viewer = anyone();
        if (viewer) found.push(make(viewer));
      }
    };
    by(dice.poisson(online * 0.004), ({ user }) => {
      const count = dice.whole(1, 15);
      this.likes += count;
      return { type: 'like', ts: at(), user, count, total: this.likes };
    });
    by(dice.poisson(online * 0.0002), ({ user }) => ({ type: 'viewer.follow', ts: at(), user }));
    by(dice.poisson(online * 0.00006), ({ user }) => ({ type: 'viewer.share', ts: at(), user }));
    by(dice.poisson(lines * GIFTS), (viewer) => this.gift(at(), viewer));
    if (second % COUNT_EVERY_SECONDS === 0) {
      found.push({ type: 'viewer.count', ts: now, online, cumulative: this.cumulative, likes: this.likes });
    }
    return found;
  }

  private gift(ts: number, viewer: Viewer): DecodedEvent {
    const { dice } = this;
    const { gifts } = LINE_BOOKS[viewer.language].people;
    // Small ones mostly.
    const [name, minor] = gifts[Math.min(gifts.length - 1, Math.floor(dice.wait(1.1)))]! as [string, number];
    this.combos += 1;
    return {
      type: 'gift',
      ts,
      user: viewer.user,
      giftId: `g${minor}`,
      name,
      count: minor < 100 ? dice.whole(1, 9) : 1,
      value: { minor, currency: 'CNY' },
      free: false,
      combo: { id: `${this.seed}-${this.combos}`, end: true },
    };
  }
}
