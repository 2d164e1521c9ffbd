// The simulated shows that run in this process: each hands the events that are due to its room and stops by itself.
import type { Log } from '../../../../platform/log/log.ts';
import type { LiveHub, LiveRoom } from '../../rooms/server/door.ts';
import { planShow } from '../core/plan-show.ts';
import { retimed } from '../core/retime.ts';
import { simulate } from '../core/simulate.ts';
import {
  type ShowPlan,
  SIMULATOR_SOURCE,
  type SimulatedEvent,
  type SimulateOptions,
} from '../core/simulated-show.contract.ts';
import type { SimulationView } from '../core/simulation.contract.ts';

const TICK_MS = 200;
const LARGEST = 1000;

interface Run {
  room: LiveRoom;
  options: SimulateOptions & { startedAt: number };
  speed: number;
  plan: ShowPlan;
  events: Iterator<SimulatedEvent>;
  /** Taken from the show but not due yet. */
  next: SimulatedEvent | null;
  taken: number;
  /** The last turn; one follows the other. */
  turn: Promise<void>;
  waiting: number;
  isRunning: boolean;
  atEnd: () => Promise<void>;
}

export class Simulations {
  private readonly runs = new Map<string, Run>();
  private readonly hub: LiveHub;
  private readonly now: () => Date;
  private readonly log: Log;
  private timer: NodeJS.Timeout | null = null;

  constructor(deps: { hub: LiveHub; now: () => Date; log: Log }) {
    this.hub = deps.hub;
    this.now = deps.now;
    this.log = deps.log;
  }

  isRunning(roomId: string): boolean {
    return this.runs.get(roomId)?.isRunning ?? false;
  }

  /** @param atEnd called once when everything was played, not when it was stopped */
  start(
    room: LiveRoom,
    show: Omit<SimulateOptions, 'startedAt'>,
    speed: number,
    atEnd: () => Promise<void>,
  ): SimulationView {
    const options = { ...show, startedAt: this.now().getTime() };
    const events = simulate(options);
    const run: Run = {
      room,
      options,
      speed,
      plan: planShow(options),
      events,
      next: events.next().value ?? null,
      taken: 0,
      turn: Promise.resolve(),
      waiting: 0,
      isRunning: true,
      atEnd,
    };
    this.runs.set(room.roomId, run);
    this.timer ??= setInterval(() => this.beat(), TICK_MS).unref();
    return this.viewOf(run);
  }

  stop(roomId: string): SimulationView | null {
    const run = this.runs.get(roomId);
    if (!run?.isRunning) return null;
    this.halt(run);
    return this.viewOf(run);
  }

  view(workspaceId: string, roomId: string): SimulationView | null {
    const run = this.runs.get(roomId);
    return run && run.room.workspaceId === workspaceId ? this.viewOf(run) : null;
  }

  /** Hands over what is due by now in every running show, after what is being handed over. */
  async tick(): Promise<void> {
    await Promise.all([...this.runs.values()].filter((run) => run.isRunning).map((run) => this.queue(run)));
  }

  /** A slow room is not pressed: who still has a turn waiting gets no other. */
  private beat(): void {
    for (const run of this.runs.values()) if (run.isRunning && run.waiting === 0) void this.queue(run);
  }

  private queue(run: Run): Promise<void> {
    run.waiting += 1;
    run.turn = run.turn
      .then(() => this.play(run))
      .finally(() => {
        run.waiting -= 1;
      });
    return run.turn;
  }

  close(): void {
    for (const run of this.runs.values()) this.halt(run);
  }

  private async play(run: Run): Promise<void> {
    try {
      const until = this.now().getTime();
      while (run.isRunning) {
        // Ended by somebody, or opened anew: what was made for the old show has no place in the new one.
        if (this.hub.room(run.room.workspaceId, run.room.roomId) !== run.room) return this.halt(run);
        const due = this.due(run, until);
        if (due.length > 0) run.taken += (await run.room.accept(due, { source: SIMULATOR_SOURCE, trust: 'own' })).taken;
        if (due.length < LARGEST) break;
      }
      if (run.next === null && run.isRunning) {
        this.halt(run);
        await run.atEnd();
      }
    } catch (error) {
      this.halt(run);
      this.log.error({ roomId: run.room.roomId, err: error }, 'a simulated show stopped');
    }
  }

  private due(run: Run, until: number): ReturnType<typeof retimed>[] {
    const due: ReturnType<typeof retimed>[] = [];
    while (run.next !== null && due.length < LARGEST) {
      const event = retimed(run.next.event, run.options.startedAt, run.speed);
      if (event.ts > until) break;
      // Beginning, end and shelf of the show are the room's own.
      if (event.type !== 'room.start' && event.type !== 'room.end' && event.type !== 'product.list') due.push(event);
      const { value, done } = run.events.next();
      run.next = done ? null : value;
    }
    return due;
  }

  private halt(run: Run): void {
    run.isRunning = false;
    run.next = null;
    if ([...this.runs.values()].some((one) => one.isRunning) || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private viewOf({ room, options, plan, speed, taken, isRunning }: Run): SimulationView {
    const { startedAt, seed, viewers, ratePerSecond, minutes } = options;
    const at = (time: number) => startedAt + (time - startedAt) / speed;
    const iso = (time: number) => new Date(at(time)).toISOString();
    const now = this.now().getTime();
    return {
      roomId: room.roomId,
      seed,
      viewers,
      ratePerSecond,
      minutes,
      speed,
      startedAt: iso(startedAt),
      endsAt: iso(plan.endsAt),
      events: taken,
      isRunning,
      planted: plan.incidents
        .filter((one) => at(one.to) <= now)
        .map((one) => ({
          kind: one.kind,
          class: one.class ?? null,
          productId: one.productId ?? null,
          from: iso(one.from),
          to: iso(one.to),
        })),
    };
  }
}
