// The line between room and listener: it stalls as planned, loses some of what happened, and floods when it is back.
import type { Dice } from './dice.ts';
import type { PlannedIncident, SimulatedEvent } from './simulated-show.contract.ts';

/** Of what a stall holds back, so much never comes. */
const LOST = 0.4;
/** How long the flood takes; within one second, as in the recorded room. */
const FLOOD_MS = 900;

export class Connection {
  private readonly stalls: PlannedIncident[];
  private readonly dice: Dice;
  private held: SimulatedEvent[] = [];
  private stalled: PlannedIncident | null = null;
  private lost = 0;

  constructor(incidents: readonly PlannedIncident[], dice: Dice) {
    this.stalls = incidents.filter((one) => one.kind === 'stall');
    this.dice = dice;
  }

  /**
   * What comes through in the second that begins at `at`. Orders come another way and are not held.
   * After a stall the held lines come with the time of their arrival, as platforms send them.
   */
  pass(at: number, events: SimulatedEvent[]): SimulatedEvent[] {
    const stall = this.stalls.find((one) => one.from <= at && at < one.to) ?? null;
    if (stall) {
      this.stalled = stall;
      const through: SimulatedEvent[] = [];
      for (const one of events) {
        if (one.event.type.startsWith('order.') || one.event.type === 'product.pin') through.push(one);
        else if (this.dice.luck(LOST)) this.lost += 1;
        else this.held.push(one);
      }
      return through;
    }
    if (!this.stalled) return events;
    const flood = this.flood(this.stalled, at);
    this.stalled = null;
    return [...flood, ...events].sort((a, b) => a.event.ts - b.event.ts);
  }

  private flood(stall: PlannedIncident, at: number): SimulatedEvent[] {
    const { held } = this;
    const step = FLOOD_MS / Math.max(1, held.length);
    for (const [turn, { event }] of held.entries()) event.ts = at + Math.floor(turn * step);
    const flood = stall.isTold
      ? [
          {
            event: {
              type: 'room.gap' as const,
              ts: at,
              from: stall.from,
              to: at,
              cause: 'disconnect' as const,
              estimatedLost: this.lost,
            },
          },
          ...held,
        ]
      : held;
    this.held = [];
    this.lost = 0;
    return flood;
  }
}
