// Draws at size: closing, drawing and writing the file of 100,000 entries, both checks of it, every way of bending one, and whether chance is even.
// Run: npx tsx bench/live-draw.ts [--entries 100000] [--draws 1000000]. Prints one JSON object; ends with 1 when a goal is missed.
import { parseArgs } from 'node:util';
import { rulesOf } from '../src/engage/live/draws/core/check-rules.ts';
import { timeOfRound } from '../src/engage/live/draws/core/draw-beacon.ts';
import type { DrawFile } from '../src/engage/live/draws/core/draw-file.contract.ts';
import { hashOfRecord } from '../src/engage/live/draws/core/draw-hash.ts';
import { createEntryList } from '../src/engage/live/draws/core/entry-list.ts';
import { closedOf, openedOf, outcomeOf, receiptPart, revealedOf } from '../src/engage/live/draws/core/make-records.ts';
import { pickPlaces, streamOf } from '../src/engage/live/draws/core/pick.ts';
import {
  fastHashes,
  fastHmac,
  namesIn,
  newDrawSecret,
  newSigningSeed,
  signerOf,
} from '../src/engage/live/draws/server/draw-key.ts';
import { receiptSigner } from '../src/engage/live/draws/server/sign-receipts.ts';
import { verifyDraw } from '../src/engage/live/draws/server/verify/verify-draw.ts';
import { TAMPERINGS } from '../src/engage/live/draws/tampering.fixture.ts';
import { checkDraw } from '../src/engage/live/draws/web/check/check-draw.ts';
import {
  CLOSES_MS,
  OPENS_MS,
  ROUND_1000,
  signedAnew,
  wholeDraft,
  wholeDraw,
} from '../src/engage/live/draws/whole-draw.fixture.ts';

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '100000' }, draws: { type: 'string', default: '1000000' } },
});
const entries = Number(values.entries);
const draws = Number(values.draws);
const ms = (from: number) => Math.round((performance.now() - from) * 10) / 10;

async function atSize() {
  const secret = newDrawSecret();
  const signer = signerOf(newSigningSeed());
  const drawId = 'draw_01hzy3v7k2e8wb4n5m6p7q8r9s';
  const rules = rulesOf(wholeDraft, { drawId, opensMs: OPENS_MS, chance: 'beacon', excluded: [] });
  const opened = openedOf(rules, secret.serverSeed, signer.publicKey);
  const nameOf = namesIn(secret);
  const list = createEntryList(drawId, opened.commitment, fastHashes);
  // As entries come: named, hashed, chained. A receipt is signed for each when it is answered.
  let from = performance.now();
  for (let at = 0; at < entries; at += 1) {
    const { pid, nonce } = nameOf(`viewer-${at}`);
    list.add([pid, nonce, OPENS_MS + Math.floor((at * 59_000) / entries), at % 5 === 0 ? 2 : 1]);
  }
  const enterMs = ms(from);
  from = performance.now();
  const signs = 2000;
  for (let at = 0; at < signs; at += 1) signer.sign(receiptPart(opened, list.row(at)!, list.entered(at)));
  const receiptMs = (performance.now() - from) / signs;

  from = performance.now();
  const closed = closedOf(opened, list, {
    closedMs: CLOSES_MS,
    rejected: { late: 0, second: 0, excluded: 0 },
    exclusions: [],
    comments: null,
  });
  const signatures: DrawFile['signatures'] = {
    opened: signer.sign(opened),
    closed: signer.sign(closed),
    revealed: null,
    outcome: null,
    ended: null,
  };
  const closeMs = ms(from);
  from = performance.now();
  const rows = [...list.rows()];
  const at = {
    revealedMs: timeOfRound(1000) + 1000,
    serverSeed: secret.serverSeed,
    beacon: { ...ROUND_1000 },
    clientSeed: null,
  };
  const revealed = revealedOf(rules, closed, rows, at, fastHmac);
  const receiptOf = receiptSigner(opened, rows, signer);
  const person = (index: number) => ({ name: '观**众', receipt: receiptOf(index) });
  const outcome = outcomeOf({ rules, closed, revealed }, rows, [], at.revealedMs, person, fastHmac)!;
  signatures.revealed = signer.sign(revealed);
  signatures.outcome = signer.sign(outcome);
  const drawMs = ms(from);
  from = performance.now();
  const file: DrawFile = {
    format: 'huiyin-draw',
    version: 1,
    shop: 'bench',
    state: 'final',
    rules,
    opened,
    closed,
    revealed,
    outcome,
    ended: null,
    signatures,
    entries: rows,
  };
  const text = JSON.stringify(file);
  const fileMs = ms(from);
  from = performance.now();
  const cli = verifyDraw(JSON.parse(text));
  const cliMs = ms(from);
  from = performance.now();
  const page = await checkDraw(JSON.parse(text));
  const pageMs = ms(from);
  return {
    entries,
    enterMs,
    enterMicrosecondsEach: Math.round((enterMs * 1000) / entries),
    receiptMicrosecondsEach: Math.round(receiptMs * 1000),
    closeMs,
    drawMs,
    fileMs,
    closeDrawFileMs: Math.round(closeMs + drawMs + fileMs),
    fileBytes: text.length,
    verifyCommandLineMs: cliMs,
    verifyPageCodeInNodeMs: pageMs,
    verdicts: [cli.verdict, page.verdict],
  };
}

async function bent() {
  const table = [];
  for (const { name, by, bend } of TAMPERINGS) {
    const { file, signer, receipts } = wholeDraw({ people: 300 });
    const known = { receipts, publicKey: file.opened.publicKey, commitment: file.opened.commitment };
    bend(file, receipts);
    if (by === 'organiser') signedAnew(file, signer);
    const text = JSON.stringify(file);
    const [alone, cli, page] = [
      verifyDraw(JSON.parse(text)),
      verifyDraw(JSON.parse(text), known),
      await checkDraw(JSON.parse(text), known),
    ];
    table.push({
      name,
      by,
      byFileAlone: alone.verdict === 'broken',
      commandLine: cli.verdict === 'broken',
      page: page.verdict === 'broken',
      faults: [...new Set(cli.faults.map((one) => one.fault))],
    });
  }
  return table;
}

/** Upper end of chi-square at one in a thousand (Wilson and Hilferty, 1931). */
const chiLimit = (freedom: number) => freedom * (1 - 2 / (9 * freedom) + 3.0902 * Math.sqrt(2 / (9 * freedom))) ** 3;

function chi(counts: readonly number[], expected: readonly number[]) {
  const value = counts.reduce((sum, count, at) => sum + (count - expected[at]!) ** 2 / expected[at]!, 0);
  const limit = chiLimit(counts.length - 1);
  return {
    value: Math.round(value * 100) / 100,
    freedom: counts.length - 1,
    limit: Math.round(limit * 100) / 100,
    isEven: value < limit,
  };
}

function chance() {
  const places = 100;
  const counts = new Array<number>(places).fill(0);
  const numbers = streamOf(hashOfRecord('chi-square of the stream'), fastHmac);
  for (let at = 0; at < draws; at += 1) counts[numbers(places)]! += 1;
  const stream = chi(
    counts,
    counts.map(() => draws / places),
  );
  // Whole draws: the first place of a list with weights, a new seed each time.
  const tickets = Array.from({ length: 50 }, (_, at) => (at % 5 === 0 ? 3 : 1));
  const total = tickets.reduce((sum, own) => sum + own, 0);
  const runs = Math.max(1000, Math.floor(draws / 10));
  const first = tickets.map(() => 0);
  for (let at = 0; at < runs; at += 1) first[pickPlaces(hashOfRecord(at), tickets, 1, fastHmac)[0]!]! += 1;
  return {
    stream: { draws, places, ...stream },
    weighted: {
      draws: runs,
      places: tickets.length,
      ...chi(
        first,
        tickets.map((own) => (runs * own) / total),
      ),
    },
  };
}

const size = await atSize();
const tampering = await bent();
const even = chance();
const caught = (by: 'commandLine' | 'page') => tampering.filter((one) => one[by]).length;
const goals = {
  'close, draw and file of 100,000 entries in 2 s': size.closeDrawFileMs <= 2000,
  'check in 5 s': size.verifyPageCodeInNodeMs <= 5000 && size.verifyCommandLineMs <= 5000,
  'every tampering caught by both': caught('commandLine') === tampering.length && caught('page') === tampering.length,
  'chance is even': even.stream.isEven && even.weighted.isEven,
  sound: size.verdicts.every((verdict) => verdict === 'sound'),
};
console.log(
  JSON.stringify(
    {
      node: process.version,
      size,
      tampering: {
        ways: tampering.length,
        caughtByCommandLine: caught('commandLine'),
        caughtByPage: caught('page'),
        table: tampering,
      },
      chance: even,
      goals,
    },
    null,
    2,
  ),
);
if (!Object.values(goals).every(Boolean)) process.exitCode = 1;
