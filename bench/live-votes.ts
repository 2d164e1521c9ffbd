// A poll with 100,000 votes in 30 s: entered one by one, each on disk before it is answered; none lost, none doubled, the tally seen within a second, all of it again after a restart.
// Run: npx tsx bench/live-votes.ts [--votes 100000] [--seconds 30]. The load generator runs in the same process. Prints one JSON object; ends with 1 when a goal is missed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { interactionDraft } from '../src/engage/live/interactions/core/interaction-draft.contract.ts';
import { interactionsIn, interactionsTap } from '../src/engage/live/interactions/server/door.ts';
import { finishPlay } from '../src/engage/live/interactions/server/finish-play.ts';
import { openInteraction } from '../src/engage/live/interactions/server/verbs/open-interaction.ts';
import {
  createLiveHub,
  inlineAnalysis,
  loadMaker,
  startShow,
  threadedAnalysis,
} from '../src/engage/live/rooms/server/door.ts';
import { createRoom } from '../src/engage/live/rooms/server/verbs/create-room.ts';
import { systemEnv } from '../src/ground/env.ts';
import { ensureWorkspace } from '../src/ground/members/server/first-run.ts';
import { seeded } from '../src/kit/seeded.ts';
import { createFileStore } from '../src/platform/files/file.store.ts';
import { createLog } from '../src/platform/log/log.ts';
import { createSealer } from '../src/platform/secrets/seal.ts';
import { openStore } from '../src/platform/store/open-store.ts';
import { percentile } from './spawned.ts';

const { values } = parseArgs({
  options: {
    votes: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '30' },
    threads: { type: 'string', default: '0' },
  },
});
const votes = Number(values.votes);
const seconds = Number(values.seconds);
const threads = Number(values.threads);
const OPTIONS = 4;
const round = (value: number) => Math.round(value * 10) / 10;

const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-votes-'));
const store = await openStore({ dataDir: folder });
let isGood = false;
try {
  const { database } = store;
  const workspaceId = (await ensureWorkspace(database, 'default', new Date(), true))!;
  const db = database.workspace(workspaceId);
  const log = createLog('silent');
  const sealer = createSealer('a secret of this benchmark, long enough for it');
  const files = createFileStore(path.join(folder, 'files'));
  const now = () => new Date();
  const openHub = () => {
    const analysis = threads > 0 ? threadedAnalysis({ threads, log }) : inlineAnalysis(loadMaker);
    const hub = createLiveHub({ database, sealer, files, log, now, dataDir: folder, analysis });
    const deps = { database, sealer, files, log, now, hub, askBeacon: async () => null };
    hub.tap(interactionsTap(deps));
    return { hub, deps };
  };
  const { hub, deps } = openHub();
  await hub.start();
  const env = () => systemEnv(db, new Date(), 'bench');
  const room = await createRoom(env(), { title: 'bench', slug: 'bench' });
  if (!room.ok) throw new Error(room.reason);
  const show = await startShow(env(), hub, { roomId: room.value.id });
  if (!show.ok) throw new Error(show.reason);
  const draft = interactionDraft.parse({ kind: 'poll', title: '下一件上什么', options: ['白', '黑', '红', '蓝'] });
  const play = interactionsIn(workspaceId, room.value.id)!;
  const opened = await openInteraction(env(), deps, play, draft);
  if (!opened.ok) throw new Error(opened.reason);
  const id = opened.value.interactionId;

  const dice = seeded(11);
  const expected = new Array<number>(OPTIONS).fill(0);
  const waits: number[] = [];
  const visible: number[] = [];
  /** When the n-th person was sent; and the votes a look at the screen saw. */
  const sentAt: number[] = [];
  let answered = 0;
  let counted = 0;
  let same = 0;
  let failed = 0;
  let seen = 0;
  let biggestFrameGap = 0;
  let lastLook = performance.now();
  /** What a screen does: told that something changed, it looks. The k-th counted person became visible now. */
  const look = () => {
    const at = performance.now();
    biggestFrameGap = Math.max(biggestFrameGap, at - lastLook);
    lastLook = at;
    const people = play.views().find((view) => view.interactionId === id)!.people;
    for (; seen < people; seen += 1) visible.push(at - sentAt[seen]!);
  };
  const stopLooking = play.onChange(look);
  const entering: Promise<void>[] = [];
  /** @param isSent the same message was sent before: it has the same answer, and is no vote of its own */
  const vote = (person: number, choice: number, name: string, isSent = false) => {
    const from = performance.now();
    entering.push(
      play
        .enter({
          interactionId: id,
          viewer: { uid: `gviewer${person}`, name: null },
          messageName: name,
          choice: String(choice + 1),
          at: Date.now(),
        })
        .then(
          (answer) => {
            waits.push(performance.now() - from);
            answered += 1;
            if (answer.ok && answer.value.state === 'counted' && !isSent) counted += 1;
            else if (answer.ok) same += 1;
            else failed += 1;
          },
          () => {
            failed += 1;
          },
        ),
    );
  };

  const cpuFrom = process.cpuUsage();
  const from = performance.now();
  let sent = 0;
  let extra = 0;
  while (sent < votes) {
    const due = Math.min(votes, Math.floor(((performance.now() - from) / (seconds * 1000)) * votes));
    for (; sent < due; sent += 1) {
      const choice = Math.floor(dice() * OPTIONS);
      expected[choice]! += 1;
      sentAt.push(performance.now());
      vote(sent, choice, 'm1');
      // One in twenty votes again for something else, one in fifty sends the same message twice: nothing may change.
      if (sent % 20 === 0) vote(sent, (choice + 1) % OPTIONS, 'm2');
      if (sent % 50 === 0) vote(sent, choice, 'm1', true);
      extra += Number(sent % 20 === 0) + Number(sent % 50 === 0);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const sendingMs = performance.now() - from;
  await Promise.all(entering);
  const allAnsweredMs = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 400));
  look();
  stopLooking();
  const cpu = process.cpuUsage(cpuFrom);
  const view = play.views().find((one) => one.interactionId === id)!;
  const tally = view.options.map((option) => option.votes);

  // The process goes and comes back: the journal alone says what was voted.
  await hub.close();
  const again = openHub();
  const resumeFrom = performance.now();
  await again.hub.start();
  const resumeMs = performance.now() - resumeFrom;
  const reborn = interactionsIn(workspaceId, room.value.id)!;
  const after = reborn.views().find((one) => one.interactionId === id)!;
  const final = await finishPlay(env(), reborn, id, new Date());
  await again.hub.close();

  const isEqual = (one: readonly (number | null)[]) => one.every((count, at) => count === expected[at]);
  const p = (list: number[], part: number) =>
    round(
      percentile(
        [...list].sort((a, b) => a - b),
        part,
      ),
    );
  const goals = {
    'none lost or doubled': isEqual(tally) && view.people === votes && counted === votes && failed === 0,
    'tally on screen in 1 s': Math.max(...visible) <= 1000,
    'sent in the time': sendingMs <= seconds * 1000 * 1.05,
    'all there after a restart': isEqual(after.options.map((option) => option.votes)) && after.people === votes,
    'result final and hashed':
      final.ok && final.value.state === 'final' && /^[0-9a-f]{64}$/.test(final.value.resultHash ?? ''),
  };
  isGood = Object.values(goals).every(Boolean);
  console.log(
    JSON.stringify(
      {
        node: process.version,
        loadGenerator: 'in the same process',
        analysis: threads > 0 ? `${threads} threads` : 'in the same thread',
        votes,
        votesAgain: extra,
        seconds: round(sendingMs / 1000),
        perSecond: Math.round((votes + extra) / (sendingMs / 1000)),
        answeredAfterLastMs: round(allAnsweredMs - sendingMs),
        answered,
        counted,
        same,
        failed,
        rejectedShown: view.rejected,
        answerMs: { p50: p(waits, 50), p95: p(waits, 95), p99: p(waits, 99), max: round(Math.max(...waits)) },
        visibleMs: { p50: p(visible, 50), p99: p(visible, 99), max: round(Math.max(...visible)) },
        biggestPauseOfScreenMs: round(biggestFrameGap),
        cpuSeconds: round((cpu.user + cpu.system) / 1e6),
        peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
        expected,
        tally,
        restart: {
          resumeMs: round(resumeMs),
          tally: after.options.map((option) => option.votes),
          people: after.people,
        },
        resultHash: final.ok ? final.value.resultHash : null,
        goals,
      },
      null,
      2,
    ),
  );
} finally {
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(isGood ? 0 : 1);
