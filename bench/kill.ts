// kill -9 at random moments while voices, replies, status changes and an import are under way; then counts what is left.
// Run: npm run bench:kill [-- --rounds 20 --seed 7]. Prints one JSON object; ends with 1 when anything was lost or doubled.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { seeded } from '../src/kit/seeded.ts';
import { HEARD_TYPES } from '../src/loop/publish/webhooks/core/heard-types.ts';
import { openPlace } from '../src/platform/store/open-store.ts';
import { writeRows } from './million-rows.ts';
import { runHuiyin, type Server, startServer } from './spawned.ts';
import { openReceiver } from './webhook-receiver.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    rows: { type: 'string', default: '60000' },
  },
});
const rounds = Number(values.rounds);
const importRows = Number(values.rows);
const random = seeded(Number(values.seed));
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-kill-'));
const dataDir = path.join(folder, 'data');
const log = (line: string) => process.stderr.write(`${line}\n`);
const PORT = 4898;

/** A mail server that only counts: how often each letter came. */
const letters = new Map<string, number>();
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      const id = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? 'none';
      letters.set(id, (letters.get(id) ?? 0) + 1);
      done();
    });
  },
});
// A sender that is killed in mid-sentence is what this is about.
smtp.on('error', () => undefined);
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
const receiver = await openReceiver();
const environment = {
  HUIYIN_DATA: dataDir,
  HUIYIN_PRIVATE_HOSTS: '127.0.0.1',
  SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}`,
  MAIL_FROM: 'desk@example.com',
};

let key = '';
let alive = true;
const acknowledged = { feedback: new Set<string>(), replies: new Set<string>(), resolutions: new Set<string>() };

/** One request; null when the server was not there to answer. */
async function ask(
  method: string,
  address: string,
  body?: unknown,
  idempotencyKey?: string,
): Promise<{ status: number; body: any } | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${PORT}${address}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return null;
  }
}

/** Asks again, as a careful caller does, until somebody answers: the same request with the same key. */
async function insist(
  method: string,
  address: string,
  body: unknown,
  idempotencyKey?: string,
): Promise<{ status: number; body: any }> {
  for (;;) {
    const answer = await ask(method, address, body, idempotencyKey);
    if (answer && answer.status < 500) return answer;
    await sleep(150);
  }
}

const WORDS = [
  '用了过敏，脸又红又肿，要求退款',
  '充电的时候冒烟起火了',
  '等了半个月还没发货，客服不回',
  '收到的是坏的，质量太差了',
  '假货，验过了不是正品，要投诉到12315',
];

async function speak(worker: number): Promise<void> {
  for (let count = 0; alive; count += 1) {
    const externalId = `kill-${worker}-${count}`;
    const body = {
      channel: 'email',
      externalId,
      text: `${WORDS[count % WORDS.length]}（${externalId}）`,
      rating: 1,
      person: { externalId: `p-${externalId}`, email: `p${worker}x${count}@example.com` },
    };
    const answer = await insist('POST', '/api/v1/feedback', body);
    if (answer.status === 201) acknowledged.feedback.add(externalId);
    else log(`feedback ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    await sleep(10);
  }
}

async function work(): Promise<void> {
  const seen = new Set<string>();
  while (alive) {
    const list = await ask('GET', '/api/v1/cases?limit=50&sort=newest');
    const fresh = ((list?.body?.items ?? []) as { id: string }[]).filter((row) => !seen.has(row.id)).slice(0, 8);
    for (const { id } of fresh) {
      if (!alive) return;
      seen.add(id);
      const text = `我们查到了，马上处理：${id}`;
      const reply = await insist('POST', `/api/v1/cases/${id}/replies`, { text }, `reply-${id}`);
      if (reply.status === 201 || reply.body.code === 'already_processed') acknowledged.replies.add(text);
      else log(`reply ${reply.status} ${JSON.stringify(reply.body).slice(0, 300)}`);
      if (seen.size % 2 === 0) {
        const done = await insist('POST', `/api/v1/cases/${id}/resolution`, { resolution: 'fixed' }, `resolve-${id}`);
        if (done.status < 300 || done.body.code === 'already_processed') acknowledged.resolutions.add(id);
        else log(`resolution ${done.status} ${JSON.stringify(done.body).slice(0, 300)}`);
      }
    }
    await sleep(50);
  }
}

/** The built-in database server and everything it started. */
function postgresPids(): number[] {
  const file = path.join(dataDir, 'store', 'cluster', 'postmaster.pid');
  try {
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => {
        try {
          return Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]) === postmaster;
        } catch {
          return false;
        }
      });
    return [postmaster, ...children.map(Number)];
  } catch {
    return [];
  }
}

function kill(server: Server, withStore: boolean): void {
  const pids = withStore ? postgresPids() : [];
  try {
    process.kill(-server.child.pid!, 'SIGKILL');
  } catch {
    server.child.kill('SIGKILL');
  }
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself.
    }
  }
}

async function startImport(file: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([readFileSync(file)]), 'reviews.csv');
  const answer = await fetch(`http://127.0.0.1:${PORT}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  const { id } = (await answer.json()) as { id: string };
  await insist('POST', `/api/v1/imports/${id}/run`, {});
  return id;
}

let server: Server | undefined;
try {
  const made = await runHuiyin(['key', 'create', '--role', 'admin', '--json'], environment);
  key = JSON.parse(made.out.trim().split('\n').at(-1)!).key;
  const file = path.join(folder, 'reviews.csv');
  await writeRows(file, importRows);
  server = await startServer(PORT, environment, true);
  await insist('POST', '/api/v1/webhook-endpoints', { url: receiver.url });
  const importId = await startImport(file);
  const workers = [speak(0), speak(1), speak(2), work()];
  const restarts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await sleep(400 + random() * 2600);
    kill(server, round % 2 === 1);
    const down = performance.now();
    server = await startServer(PORT, environment, true);
    restarts.push(Math.round(performance.now() - down));
    log(
      `round ${round + 1}: up again in ${restarts.at(-1)} ms, ${acknowledged.feedback.size} voices, ${acknowledged.replies.size} replies, ${acknowledged.resolutions.size} resolutions acknowledged`,
    );
  }
  await sleep(2000);
  alive = false;
  await Promise.all(workers);
  let view: any;
  do {
    await sleep(500);
    view = (await insist('GET', `/api/v1/imports/${importId}`, undefined)).body;
  } while (view.state === 'running');
  const place = await openPlace({ dataDir });
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  const number = async (text: string, parameters: unknown[] = []) =>
    Number((await client.query(text, parameters)).rows[0].n);
  const quiet = () =>
    number(`SELECT (SELECT count(*) FROM reaction_cursors WHERE seq < (SELECT max(seq) FROM events)) + (SELECT count(*) FROM jobs WHERE run_at <= now())
      + (SELECT count(*) FROM mails WHERE state IN ('queued', 'sending')) + (SELECT count(*) FROM webhook_messages WHERE state = 'waiting') AS n`);
  for (let waited = 0; waited < 400 && (await quiet()) > 0; waited += 1) await sleep(500);
  const list = (set: Set<string>) => [...set];
  const audit = JSON.parse(
    (await runHuiyin(['evidence', 'audit', '--json'], environment)).out.trim().split('\n').at(-1)!,
  );
  const lost = {
    feedback:
      acknowledged.feedback.size -
      (await number('SELECT count(*) AS n FROM feedback WHERE channel = $2 AND external_id = ANY($1)', [
        list(acknowledged.feedback),
        'email',
      ])),
    replies:
      acknowledged.replies.size -
      (await number("SELECT count(DISTINCT body) AS n FROM messages WHERE kind = 'reply' AND body = ANY($1)", [
        list(acknowledged.replies),
      ])),
    resolutions:
      acknowledged.resolutions.size -
      (await number(
        "SELECT count(*) AS n FROM cases WHERE status IN ('resolved', 'verified', 'closed') AND id = ANY($1)",
        [list(acknowledged.resolutions)],
      )),
    importRows:
      importRows -
      (await number("SELECT count(*) AS n FROM feedback WHERE channel = 'review'")) -
      view.counts.rejected -
      view.counts.duplicates,
    judgements:
      (await number("SELECT count(*) AS n FROM feedback WHERE state = 'accepted'")) -
      (await number('SELECT count(*) AS n FROM judgements')),
    letters: await number("SELECT count(*) AS n FROM mails WHERE state NOT IN ('sent', 'unconfirmed')"),
    deadLetters: await number('SELECT count(*) AS n FROM dead_letters'),
    receipts:
      (await number("SELECT count(*) AS n FROM feedback WHERE state = 'accepted'")) -
      (await number("SELECT count(*) AS n FROM evidence_leaves WHERE kind = 'receipt'")),
    evidence: audit.faults.length,
    webhooksPlanned: await number(
      `SELECT count(*) AS n FROM events e WHERE e.type = ANY($1) AND e.at > (SELECT created_at FROM webhook_endpoints)
         AND NOT EXISTS (SELECT FROM webhook_messages m WHERE m.event_id = e.id)`,
      [[...HEARD_TYPES]],
    ),
    webhooksDelivered: (await number('SELECT count(*) AS n FROM webhook_messages')) - receiver.came.size,
  };
  const doubled = {
    replies: await number(
      "SELECT count(*) AS n FROM (SELECT body FROM messages WHERE kind = 'reply' GROUP BY body HAVING count(*) > 1) AS twice",
    ),
    resolvedEvents: await number(
      "SELECT count(*) AS n FROM (SELECT subject FROM events WHERE type = 'case.resolved' GROUP BY subject HAVING count(*) > 1) AS twice",
    ),
    receivedIds: await number(
      "SELECT count(*) AS n FROM (SELECT f FROM events, jsonb_array_elements_text(data->'feedbackIds') AS x(f) WHERE type = 'feedback.received' GROUP BY f HAVING count(*) > 1) AS twice",
    ),
    judgedIds: await number(
      "SELECT count(*) AS n FROM (SELECT f FROM events, jsonb_array_elements_text(data->'feedbackIds') AS x(f) WHERE type = 'feedback.judged' GROUP BY f HAVING count(*) > 1) AS twice",
    ),
    casesOpenedTwice: await number(
      "SELECT count(*) AS n FROM (SELECT subject FROM events WHERE type = 'case.opened' GROUP BY subject HAVING count(*) > 1) AS twice",
    ),
    notices: await number(
      'SELECT count(*) AS n FROM (SELECT case_id, resolution, reporter FROM notices GROUP BY 1, 2, 3 HAVING count(*) > 1) AS twice',
    ),
    dailySums: Math.abs(
      (await number("SELECT coalesce(sum(feedback), 0) AS n FROM feedback_daily WHERE kind = 'all'")) -
        (await number('SELECT count(*) AS n FROM judgements')),
    ),
    letters: [...letters.values()].filter((count) => count > 1).length,
    webhooks: receiver.came.size - receiver.events.size,
  };
  const result = {
    bench: 'kill',
    rounds,
    acknowledged: {
      feedback: acknowledged.feedback.size,
      replies: acknowledged.replies.size,
      resolutions: acknowledged.resolutions.size,
      importRows,
    },
    import: { state: view.state, ...view.counts },
    letters: {
      received: letters.size,
      unconfirmed: await number("SELECT count(*) AS n FROM mails WHERE state = 'unconfirmed'"),
    },
    notices: await number('SELECT count(*) AS n FROM notices'),
    webhooks: {
      received: receiver.came.size,
      // At least once: the answer to a message was lost with the process that waited for it; the id is the same.
      sentAgain: [...receiver.came.values()].filter((count) => count > 1).length,
    },
    evidence: { leaves: audit.size },
    lost,
    doubled,
    restartMs: {
      median: [...restarts].sort((one, other) => one - other)[Math.floor(restarts.length / 2)],
      worst: Math.max(0, ...restarts),
    },
  };
  await client.end();
  await place.stop();
  console.log(JSON.stringify(result));
  const wrong =
    [...Object.values(lost), ...Object.values(doubled)].some((count) => count !== 0) || view.state !== 'done';
  process.exitCode = wrong ? 1 : 0;
} finally {
  alive = false;
  if (server) await server.stop().catch(() => undefined);
  await receiver.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else writeFileSync(path.join(folder, 'kept'), 'kept to be looked at\n');
}
