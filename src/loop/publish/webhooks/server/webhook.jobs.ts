// Sends what is due to one address: claimed and counted before the call, settled after it; the call itself holds nothing.
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { Result } from '../../../../kit/result.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { type PostAnswer, type PostRefusal, postOut } from '../../../../platform/egress/post-out.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { signWebhook } from '../../../../platform/secrets/standard-webhook.ts';
import { FAILURES_TO_STOP, nextAttempt } from '../core/next-attempt.ts';
import { webhookGaveUp, webhookPaused } from '../core/webhook.contract.ts';
import { askToSend, SEND_JOB } from './plan-messages.ts';
import {
  type Attempt,
  type ClaimedMessage,
  claimMessages,
  type EndpointRow,
  lockEndpoint,
  nextDue,
  saveAttempts,
  saveEndpoint,
} from './webhook.store.ts';

export interface WebhookDeps {
  sealer: Sealer;
  privateHosts: readonly string[];
  now: () => Date;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;
/** A claimed message nobody settled is due again after this. */
const BACK_AFTER_MS = 60_000;
const GONE = 410;

export function webhookJobs(deps: WebhookDeps): JobKind<{ endpointId: string }>[] {
  return [
    {
      kind: SEND_JOB,
      parallel: 4,
      async run({ payload, db, alive, finish }) {
        let failures = 0;
        while (await alive()) {
          const round = await sendRound(deps, db, payload.endpointId);
          if (!round) return;
          failures = round.failed > 0 && round.delivered === 0 ? failures + round.failed : 0;
          const isDone = await db.write(async (tx) => {
            const endpoint = await lockEndpoint(tx, payload.endpointId);
            const due = endpoint && endpoint.state !== 'paused' ? await nextDue(tx, payload.endpointId) : null;
            const now = deps.now();
            if (due && due <= now && failures < FAILURES_TO_STOP) return false;
            await finish(tx);
            // An address that does not answer is left alone for a while, with all that waits for it.
            const rest = failures < FAILURES_TO_STOP ? 0 : BACK_AFTER_MS;
            const next = due && new Date(Math.max(due.getTime(), now.getTime() + rest));
            if (next) await askToSend(tx, [payload.endpointId], next, now);
            return true;
          });
          if (isDone) return;
        }
      },
    },
  ];
}

async function sendRound(
  deps: WebhookDeps,
  db: WorkspaceDb,
  endpointId: string,
): Promise<{ delivered: number; failed: number } | null> {
  const taken = await db.write(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (!endpoint || endpoint.state === 'paused') return null;
    const now = deps.now();
    const backAt = new Date(now.getTime() + BACK_AFTER_MS);
    return { endpoint, messages: await claimMessages(tx, endpointId, { take: AT_ONCE, now, backAt }) };
  });
  if (!taken) return null;
  const answers = await Promise.all(
    taken.messages.map(async (message) => ({ message, answer: await post(deps, db, taken.endpoint, message) })),
  );
  const now = deps.now();
  const attempts = answers.map(({ message, answer }) => settled(message, answer, now));
  const isGone = answers.some(({ answer }) => answer.ok && answer.value.status === GONE);
  const delivered = attempts.filter((one) => one.state === 'delivered').length;
  const gaveUp = attempts.filter((one) => one.state === 'gave_up').length;
  await db.write(async (tx) => {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (!endpoint || attempts.length === 0) return;
    await saveAttempts(tx, attempts, now);
    const env = systemEnv(db, now, 'webhooks');
    const failingSince = delivered > 0 ? null : (endpoint.failingSince ?? now);
    const state = endpoint.state === 'paused' || isGone ? 'paused' : delivered > 0 ? 'active' : 'failing';
    await saveEndpoint(tx, { ...endpoint, state, failingSince });
    if (gaveUp > 0) await tell(tx, env, webhookGaveUp, { subject: endpointId, data: { messages: gaveUp } });
    if (isGone) await tell(tx, env, webhookPaused, { subject: endpointId, data: { status: GONE } });
  });
  return { delivered, failed: attempts.length - delivered };
}

function post(
  deps: WebhookDeps,
  db: WorkspaceDb,
  endpoint: EndpointRow,
  message: ClaimedMessage,
): Promise<Result<PostAnswer, PostRefusal>> {
  const at = deps.now();
  const sealed = [endpoint.secretSealed];
  if (endpoint.formerSecretSealed && endpoint.formerUntil && endpoint.formerUntil > at) {
    sealed.push(endpoint.formerSecretSealed);
  }
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = sealed.map((one) =>
    signWebhook(deps.sealer.open(db.workspaceId, one), message.id, seconds, message.body),
  );
  return postOut({
    url: endpoint.url,
    body: message.body,
    privateHosts: deps.privateHosts,
    timeoutMs: TIMEOUT_MS,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Huiyin-Webhooks/1',
      'webhook-id': message.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatures.join(' '),
    },
  });
}

function settled(message: ClaimedMessage, answer: Result<PostAnswer, PostRefusal>, now: Date): Attempt {
  const status = answer.ok ? answer.value.status : null;
  if (status !== null && status >= 200 && status < 300) {
    return { id: message.id, state: 'delivered', nextAt: null, status, error: null };
  }
  const error = answer.ok ? answer.value.text.slice(0, 300) : answer.reason;
  const retryAfter = answer.ok ? answer.value.retryAfter : null;
  const pause = nextAttempt(message.attempts, spreadOf(message.id), retryAfter, now.getTime());
  if (pause === null) return { id: message.id, state: 'gave_up', nextAt: null, status, error };
  return { id: message.id, state: 'waiting', nextAt: new Date(now.getTime() + pause), status, error };
}

/** 0-1 from the last letters of an id, which are random. */
function spreadOf(id: string): number {
  return Number.parseInt(id.slice(-6), 36) / 36 ** 6;
}
