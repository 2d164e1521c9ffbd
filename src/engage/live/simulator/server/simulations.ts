// The simulated shows that run in this process: each hands the events that are due to its room, stops by itself, and goes on after a restart.

import { systemEnv } from '../../../../ground/env.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { endShow, type LiveHub, type LiveRoom, type RoomTap } from '../../rooms/server/door.ts';
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
import { createKeptPlays, type KeptPlay, playEvent } from './kept-play.ts';

const TICK_MS = 200;
const LARGEST = 1000;
const OWN = { source: 'own', trust: 'own' } as const;

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
}

export class Simulations {
  private readonly runs = new Map<string, Run>();
  private readonly kept = createKeptPlays();
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

  /** For the hub: reads from every journal what plays there. */
  tap(): RoomTap {
    return this.kept.tap;
  }

  /** For the hub: a room that was opened again goes on with the show that played in it. */
  attend(room: LiveRoom): () => Promise<void> {
    const heard = this.kept.of(room.sessionId);
    if (heard?.play) {
      const run = this.begin(room, heard.play, heard.taken);
      run.waiting += 1;
      run.turn = this.skip(run, this.now().getTime()).finally(() => {
        run.waiting -= 1;
      });
    }
    return async () => {};
  }

  /** Plays a show and ends the room's own when everything was played. It is known to the journal before its first event. */
  async start(room: LiveRoom, show: Omit<SimulateOptions, 'startedAt'>, speed: number): Promise<SimulationView> {
    const now = this.now().getTime();
    const play = { options: { ...show, startedAt: now }, speed };
    await room.accept([playEvent(play, now)], OWN);
    return this.viewOf(this.begin(room, play, 0));
  }

  private begin(room: LiveRoom, { options, speed }: KeptPlay, taken: number): Run {
    const events = simulate(options);
    const run: Run = {
      room,
      options,
      speed,
      plan: planShow(options),
      events,
      next: events.next().value ?? null,
      taken,
      turn: Promise.resolve(),
      waiting: 0,
      isRunning: true,
    };
    this.runs.set(room.roomId, run);
    this.timer ??= setInterval(() => this.beat(), TICK_MS).unref();
    return run;
  }

  async stop(roomId: string): Promise<SimulationView | null> {
    const run = this.runs.get(roomId);
    if (!run?.isRunning) return null;
    this.halt(run);
    await run.room.accept([playEvent(null, this.now().getTime())], OWN);
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
        const { db, roomId } = run.room;
        await endShow(systemEnv(db, this.now(), 'simulator'), this.hub, { roomId });
      }
    } catch (error) {
      this.halt(run);
      this.log.error({ roomId: run.room.roomId, err: error }, 'a simulated show stopped');
    }
  }

  /** Leaves out what was played before, and what fell into the absence: nobody heard it, and the room has written its gap down. */
  private async skip(run: Run, until: number): Promise<void> {
    while (run.isRunning && this.due(run, until).length === LARGEST) await new Promise(setImmediate);
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
