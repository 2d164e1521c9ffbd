// What one part of the house brings to the whole: every `*-room.ts` beside this file returns one.
import type { GroundCaller } from '../ground/serve.ts';
import type { Reaction } from '../platform/events/reaction-runner.ts';
import type { MountedRoute } from '../platform/http/mounted-route.ts';
import type { JobKind, Recurring } from '../platform/jobs/job-runner.ts';

export interface RoomParts {
  routes: MountedRoute<GroundCaller | null>[];
  reactions: Reaction[];
  jobs: JobKind<never>[];
  recurring: Recurring[];
  /** Opens what listens by itself (a mail listener); called once the store is ready. */
  start?(): Promise<void>;
  /** Finishes what was taken but not yet answered. */
  close?(): Promise<void>;
}
