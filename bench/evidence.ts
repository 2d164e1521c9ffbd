// The evidence log at size: how fast it grows, how fast it proves, and whether any bent file or bent row ever passes.
// Run: npm run bench:evidence [-- --leaves 1000000 --tamper 10000]. Prints one JSON object; ends with 1 when something passed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureWorkspace } from '../src/ground/members/server/first-run.ts';
import { newId } from '../src/kit/ids.ts';
import { seeded } from '../src/kit/seeded.ts';
import { checkEvidence } from '../src/loop/publish/evidence/core/check-evidence.ts';
import type { EvidenceFile } from '../src/loop/publish/evidence/core/evidence-file.ts';
import { fromHex } from '../src/loop/publish/evidence/core/hashing.ts';
import { verifyConsistency } from '../src/loop/publish/evidence/core/merkle-proof.ts';
import { keepEvidence } from '../src/loop/publish/evidence/server/append.ts';
import { auditLog } from '../src/loop/publish/evidence/server/audit-log.ts';
import { readHeads } from '../src/loop/publish/evidence/server/evidence.reads.ts';
import { consistencyOf, takeFile } from '../src/loop/publish/evidence/server/take-file.ts';
import { createSealer } from '../src/platform/secrets/seal.ts';
import { openStore } from '../src/platform/store/open-store.ts';
import { bend } from './bend.ts';
import { percentile } from './spawned.ts';

const { values } = parseArgs({
  options: { leaves: { type: 'string', default: '1000000' }, tamper: { type: 'string', default: '10000' } },
});
const leaves = Number(values.leaves);
const tamperings = Number(values.tamper);
const BATCH = 1000;
const log = (line: string) => process.stderr.write(`${line}\n`);

const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-evidence-'));
const store = await openStore({ dataDir: folder });
let passed = 0;
try {
  const workspaceId = (await ensureWorkspace(store.database, 'default', new Date(), true))!;
  const db = store.database.workspace(workspaceId);
  const sealer = createSealer('a secret of this benchmark, long enough for it');
  const caseIds = Array.from({ length: 20_000 }, () => newId('case'));
  const step = (at: number, now: Date) => ({
    kind: 'step' as const,
    at: now,
    subjectId: caseIds[at % caseIds.length]!,
    sourceId: newId('evt'),
    content: {
      what: 'case.status_changed',
      at: now.toISOString(),
      of: caseIds[at % caseIds.length]!,
      from: 'new',
      to: 'open',
    },
    keepContent: true,
  });

  let ownMs = 0;
  const heads: { size: number; root: string }[] = [];
  const started = performance.now();
  for (let done = 0; done < leaves; done += BATCH) {
    const now = new Date();
    const batch = Array.from({ length: Math.min(BATCH, leaves - done) }, (_, at) => step(done + at, now));
    const from = performance.now();
    await db.write((tx) => keepEvidence(tx, sealer, batch, now));
    ownMs += performance.now() - from;
    if ((done / BATCH) % 100 === 7) heads.push((await db.read(readHeads))!.head);
    if ((done / BATCH) % 100 === 99) log(`${done + BATCH} leaves, ${Math.round((done + BATCH) / (ownMs / 1000))}/s`);
  }
  const wholeMs = performance.now() - started;

  const proofMs: number[] = [];
  const random = seeded(7);
  const head = (await db.read(readHeads))!;
  for (let at = 0; at < 200; at += 1) {
    const subject = caseIds[Math.floor(random() * caseIds.length)]!;
    const from = performance.now();
    const file = await db.read((tx) => takeFile(tx, { feedbackIds: [], subjectIds: [subject] }));
    const each = (performance.now() - from) / (file?.entries.length ?? 1);
    proofMs.push(each);
    if (at < 20 && !checkEvidence(file, head.key).isSound) throw new Error('a sound file did not pass');
  }
  const { publicLeafOf } = await import('../src/loop/publish/evidence/server/evidence.reads.ts');
  const singleMs: number[] = [];
  for (let at = 0; at < 1000; at += 1) {
    const seq = Math.floor(random() * leaves);
    const from = performance.now();
    await db.read((tx) => publicLeafOf(tx, seq));
    singleMs.push(performance.now() - from);
  }
  const consistencyMs: number[] = [];
  for (const former of heads) {
    const from = performance.now();
    const proof = await db.read((tx) => consistencyOf(tx, former.size, head.head.size));
    consistencyMs.push(performance.now() - from);
    const holds = verifyConsistency(
      former.size,
      fromHex(former.root),
      head.head.size,
      fromHex(head.head.root),
      proof.map(fromHex),
    );
    if (!holds) throw new Error('a former head is not the beginning of the log');
  }

  log('auditing the whole log');
  const auditFrom = performance.now();
  const audited = await auditLog(db, async () => true);
  const auditMs = performance.now() - auditFrom;
  if (audited.faults.length > 0) throw new Error(`the sound log has faults: ${JSON.stringify(audited.faults)}`);

  log('bending files');
  const files: EvidenceFile[] = [];
  for (let at = 0; at < 5; at += 1) {
    const file = (await db.read((tx) => takeFile(tx, { feedbackIds: [], subjectIds: [caseIds[at]!] })))!;
    const former = heads[at % heads.length];
    const entries = file.entries.slice(0, 6);
    const rows = former ? (await db.read(readHeads))!.heads : [];
    const since = rows.find((row) => row.size < file.head.size);
    files.push(
      since
        ? {
            ...file,
            entries,
            since: { head: since, proof: await db.read((tx) => consistencyOf(tx, since.size, file.head.size)) },
          }
        : { ...file, entries },
    );
  }
  for (const file of files) if (!checkEvidence(file, head.key).isSound) throw new Error('a sound file did not pass');
  const kinds: Record<string, number> = {};
  for (let at = 0; at < tamperings; at += 1) {
    const { file, kind } = bend(files[at % files.length]!, random);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (checkEvidence(file, head.key).isSound) {
      passed += 1;
      log(`PASSED: ${kind}`);
    }
  }

  const perSecond = Math.round(leaves / (ownMs / 1000));
  console.log(
    JSON.stringify(
      {
        leaves,
        appendPerSecond: perSecond,
        appendPerSecondWhole: Math.round(leaves / (wholeMs / 1000)),
        inclusionProofMs: {
          p50: percentile(singleMs, 50),
          p95: percentile(singleMs, 95),
          worst: Math.max(...singleMs),
        },
        fileProofMsEach: { p50: percentile(proofMs, 50), p95: percentile(proofMs, 95) },
        consistencyProofMs: { p50: percentile(consistencyMs, 50), worst: Math.max(...consistencyMs) },
        audit: { ms: Math.round(auditMs), leavesPerSecond: Math.round(leaves / (auditMs / 1000)) },
        tamperings: { tried: tamperings, caught: tamperings - passed, kinds },
        limits: { appendPerSecond: 5000, inclusionProofMs: 5, caught: tamperings },
        met: perSecond >= 5000 && percentile(singleMs, 95) <= 5 && passed === 0,
      },
      null,
      2,
    ),
  );
} finally {
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (passed > 0) process.exitCode = 1;
