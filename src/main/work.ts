// What goes on by itself behind the routes: reactions, jobs and letters. It can be stopped and opened anew while the routes stay up.
import type { Reaction } from '../platform/events/reaction-runner.ts';
import { createReactionRunner, type ReactionRunner } from '../platform/events/reaction-runner.ts';
import { keySweeps } from '../platform/http/idempotency.ts';
import { createJobRunner, type JobKind, type JobRunner, type Recurring } from '../platform/jobs/job-runner.ts';
import { createMailRunner, type MailRunner } from '../platform/mail/mail-runner.ts';
import type { Tools } from './product.ts';

export interface Work {
  reactions: ReactionRunner;
  jobs: JobRunner;
  mail: MailRunner;
  start(): Promise<void>;
  /** Runs reactions and due jobs until nothing is left. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the work of some rooms by the clock of these tools; nothing runs before `start`. */
export function openWork(
  tools: Tools,
  rooms: { reactions: readonly Reaction[]; jobs: readonly JobKind<never>[]; recurring: readonly Recurring[] },
): Work {
  const { config, database, sealer, log, metrics, now, keepMail } = tools;
  const reactions = createReactionRunner({ database, reactions: rooms.reactions, log, metrics, now });
  const recurring = [...rooms.recurring, ...keySweeps(database)];
  const jobs = createJobRunner({ database, kinds: rooms.jobs, recurring, log, metrics, now });
  const smtpUrl = keepMail ? null : config.smtpUrl;
  const mail = createMailRunner({ database, sealer, smtpUrl, from: config.mailFrom, log, metrics, now });
  return {
    reactions,
    jobs,
    mail,
    async start() {
      await reactions.start();
      await jobs.start();
      await mail.start();
    },
    async settle() {
      await reactions.drain();
      await jobs.drain();
      await reactions.drain();
    },
    async stop() {
      await jobs.stop();
      await mail.stop();
      await reactions.stop();
    },
  };
}
