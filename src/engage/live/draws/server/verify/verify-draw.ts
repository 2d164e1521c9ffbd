// The check behind `huiyin draw verify`: reads a public file and says step by step what holds. Knows nothing of the server's own draw code.

import {
  type CheckFault,
  type CheckStep,
  checkedFrom,
  type DrawChecked,
  type Known,
} from '../../core/check.contract.ts';
import { isBeaconSignature } from '../../core/draw-beacon.ts';
import { type DrawFile, drawFile } from '../../core/draw-file.contract.ts';
import * as again from './recompute.ts';
import { checkReceipts } from './verify-receipts.ts';
import { checkWinners } from './verify-winners.ts';

/** Highest worth of a prize in fen the law allows, written here once more on purpose. */
const MOST_FEN = 5_000_000;
const GENESIS_MS = 1_692_803_367_000;
const CHAIN = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

export type Say = (step: CheckStep, fault: CheckFault, at?: string) => void;

/** @param value what was read from the file, whatever it is; never throws */
export function verifyDraw(value: unknown, known: Known = {}): DrawChecked {
  const parsed = drawFile.safeParse(value);
  const looked = new Set<CheckStep>(['shape']);
  const faults: DrawChecked['faults'] = [];
  const say: Say = (step, fault, at) => faults.push({ step, fault, ...(at === undefined ? {} : { at }) });
  if (!parsed.success) {
    say('shape', 'unreadable', parsed.error.issues[0]?.path.join('.'));
    return checkedFrom(null, looked, faults);
  }
  const file = parsed.data;
  try {
    for (const step of ['rules', 'law', 'commitment', 'signatures', 'links', 'times', 'entries'] as const)
      looked.add(step);
    checkState(file, say);
    checkRules(file, say);
    checkRecords(file, say);
    checkTimes(file, say);
    const { root, chain } = again.listHashes(file);
    checkEntries(file, say);
    if (file.closed) {
      looked.add('list').add('exclusions');
      checkList(file, root, chain.at(-1)?.toString('hex') ?? again.chainBefore(file), say);
      checkExclusions(file, say);
    }
    if (file.closed && file.revealed && file.outcome) {
      for (const step of ['beacon', 'seed', 'picks', 'winners', 'claims'] as const) looked.add(step);
      checkChance(file, say);
      checkWinners(file, say);
    }
    if (file.outcome || known.receipts?.length) looked.add('receipts');
    checkReceipts(file, chain, known.receipts ?? [], say);
    if (known.publicKey || known.commitment || known.root) looked.add('known');
    if (known.publicKey && known.publicKey.toLowerCase() !== file.opened.publicKey) say('known', 'key_differs');
    if (known.commitment && known.commitment.toLowerCase() !== file.opened.commitment) {
      say('known', 'known_commitment_differs');
    }
    if (known.root && known.root.toLowerCase() !== file.closed?.root) say('known', 'known_root_differs');
  } catch {
    say('shape', 'unreadable');
  }
  return checkedFrom(file, looked, faults);
}

/** A state has exactly the records that belong to it. */
function checkState(file: DrawFile, say: Say): void {
  const { state, closed, revealed, outcome, ended } = file;
  const isEnded = state === 'void' || state === 'cancelled';
  const isWhole =
    (state === 'open' && !closed && !revealed && !outcome && !ended) ||
    (state === 'closed' && closed && !revealed && !outcome && !ended) ||
    (state === 'final' && closed && revealed && outcome && !ended) ||
    (isEnded && ended?.what === state && !revealed && !outcome);
  if (!isWhole) say('shape', 'state_differs');
}

function checkRules(file: DrawFile, say: Say): void {
  const { rules, opened } = file;
  const isSame = again.recordHash(rules) === opened.rulesHash && rules.drawId === opened.drawId;
  if (!isSame) say('rules', 'rules_changed');
  rules.prizes.forEach((prize, at) => {
    const isTwice = prize.value.currency === 'CNY' && prize.value.minor !== prize.valueCnyMinor;
    if (prize.valueCnyMinor > MOST_FEN || prize.valueCnyMinor <= 0 || isTwice) say('law', 'over_limit', `prizes.${at}`);
  });
  const { revealed } = file;
  if (!revealed) return;
  const promised = again.commitment(revealed.serverSeed, rules.drawId, again.recordHash(rules));
  if (promised !== opened.commitment) say('commitment', 'commitment_differs');
}

/** Every record is signed, and names the one before it by its hash. */
function checkRecords(file: DrawFile, say: Say): void {
  const { opened, signatures } = file;
  let before = again.recordHash(opened);
  if (!again.isSigned(opened, signatures.opened, opened.publicKey)) say('signatures', 'signature_wrong', 'opened');
  for (const name of ['closed', 'revealed', 'outcome', 'ended'] as const) {
    const record = file[name];
    if (!record) {
      if (signatures[name] !== null) say('signatures', 'signature_wrong', name);
      continue;
    }
    if (!again.isSigned(record, signatures[name], opened.publicKey)) say('signatures', 'signature_wrong', name);
    if (record.before !== before) say('links', 'link_wrong', name);
    before = again.recordHash(record);
  }
}

function checkTimes(file: DrawFile, say: Say): void {
  const { rules, opened, closed, revealed, outcome } = file;
  const opens = Date.parse(rules.opensAt);
  const closes = Date.parse(rules.closesAt);
  if (Date.parse(opened.openedAt) > opens || closes <= opens) say('times', 'time_wrong', 'opened');
  if (!closed) return;
  const closedMs = Date.parse(closed.closedAt);
  if (closedMs > closes || closedMs < opens) say('times', 'time_wrong', 'closed');
  if (!revealed) return;
  const { chance } = rules;
  const from = chance.kind === 'beacon' ? GENESIS_MS + (chance.round - 1) * 3000 : closedMs;
  const revealedMs = Date.parse(revealed.revealedAt);
  if (revealedMs < from) say('times', 'time_wrong', 'revealed');
  if (revealedMs > from + rules.revealWithinMs) say('times', 'late_reveal', 'revealed');
  if (outcome && Date.parse(outcome.at) < revealedMs) say('times', 'time_wrong', 'outcome');
}

function checkEntries(file: DrawFile, say: Say): void {
  const { rules, closed, entries } = file;
  const from = Date.parse(rules.opensAt);
  const to = Math.min(Date.parse(rules.closesAt), closed ? Date.parse(closed.closedAt) : Number.POSITIVE_INFINITY);
  const allowed = new Set<number>(Object.values(rules.tickets));
  const barred = new Set(rules.excluded.map((one) => one.pid));
  const seen = new Set<string>();
  entries.forEach(([pid, , at, tickets], index) => {
    if (at < from || at > to) say('entries', 'late_entry', String(index));
    if (seen.has(pid)) say('entries', 'entry_twice', String(index));
    if (barred.has(pid)) say('entries', 'excluded_entry', String(index));
    if (!allowed.has(tickets) || tickets < rules.tickets.base) say('entries', 'tickets_wrong', String(index));
    seen.add(pid);
  });
}

function checkList(file: DrawFile, root: string, chain: string, say: Say): void {
  const closed = file.closed!;
  const tickets = file.entries.reduce((sum, row) => sum + row[3], 0);
  if (closed.count !== file.entries.length || closed.tickets !== tickets) say('list', 'count_wrong');
  if (closed.root !== root) say('list', 'root_differs');
  if (closed.chain !== chain) say('list', 'chain_differs');
}

function checkExclusions(file: DrawFile, say: Say): void {
  const seen = new Set<number>();
  for (const { index, pid } of file.closed!.exclusions) {
    if (file.entries[index]?.[0] !== pid || seen.has(index)) say('exclusions', 'exclusion_wrong', String(index));
    seen.add(index);
  }
}

function checkChance(file: DrawFile, say: Say): void {
  const { rules, closed, revealed } = file;
  const { chance } = rules;
  const { beacon, clientSeed, seed } = revealed!;
  if (chance.kind === 'beacon') {
    const isFirst = GENESIS_MS + (chance.round - 1) * 3000 - (Date.parse(rules.closesAt) + 6000);
    const isRound = chance.chainHash === CHAIN && isFirst >= 0 && isFirst < 3000 && beacon?.round === chance.round;
    if (!isRound) say('beacon', 'beacon_round_wrong');
    if (!beacon || !isBeaconSignature(beacon.round, beacon.signature)) say('beacon', 'beacon_signature_wrong');
    if (clientSeed !== null) say('beacon', 'client_seed_wrong');
  } else if (chance.kind === 'comments') {
    const isTheirs = closed!.comments !== null && clientSeed === again.recordHash(closed!.comments);
    if (!isTheirs || beacon || closed!.comments!.length > chance.last) say('beacon', 'client_seed_wrong');
  } else if (!clientSeed || beacon) say('beacon', 'client_seed_wrong');
  if (chance.kind !== 'comments' && closed!.comments !== null) say('beacon', 'client_seed_wrong');
  if (again.seed(file) !== seed) say('seed', 'seed_differs');
}
