// The check of the public page: recomputes a draw from its file in the browser, on its own, and tells each step.
import {
  type CheckFault,
  type CheckStep,
  checkedFrom,
  type DrawChecked,
  type Known,
} from '../../core/check.contract.ts';
import { isBeaconSignature } from '../../core/draw-beacon.ts';
import { type DrawFile, drawFile, drawReceipt } from '../../core/draw-file.contract.ts';
import { createCounter, drawFrom, hashOf, personHash, promiseOf, seedFrom, signedBy } from './draw-maths.ts';

type Tell = (step: CheckStep, isRight: boolean, fault: CheckFault, at?: string | number) => void;
const RECORDS = ['opened', 'closed', 'revealed', 'outcome', 'ended'] as const;
const DAY_LIMIT_FEN = 50_000 * 100;

/** The same faults by the same names as the command line finds. Never throws. */
export async function checkDraw(value: unknown, known: Known = {}): Promise<DrawChecked> {
  const looked = new Set<CheckStep>();
  const faults: DrawChecked['faults'] = [];
  const tell: Tell = (step, isRight, fault, at) => {
    looked.add(step);
    if (!isRight) faults.push({ step, fault, ...(at === undefined ? {} : { at: String(at) }) });
  };
  const read = drawFile.safeParse(value);
  tell('shape', read.success, 'unreadable', read.success ? undefined : read.error.issues[0]?.path.join('.'));
  if (!read.success) return checkedFrom(null, looked, faults);
  const file = read.data;
  try {
    stateAndRules(file, tell);
    await records(file, tell);
    times(file, tell);
    const chain = list(file, tell);
    if (file.closed && file.revealed) {
      chance(file, tell);
      winners(file, tell);
    }
    await receipts(file, chain, known, tell);
    if (known.publicKey) tell('known', known.publicKey.toLowerCase() === file.opened.publicKey, 'key_differs');
    if (known.commitment) {
      tell('known', known.commitment.toLowerCase() === file.opened.commitment, 'known_commitment_differs');
    }
    if (known.root) tell('known', known.root.toLowerCase() === file.closed?.root, 'known_root_differs');
  } catch {
    tell('shape', false, 'unreadable');
  }
  return checkedFrom(file, looked, faults);
}

function stateAndRules(file: DrawFile, tell: Tell): void {
  const has = RECORDS.map((name) => (file[name] ? name[0] : '-')).join('');
  const allowed: Record<DrawFile['state'], string[]> = {
    open: ['o----'],
    closed: ['oc---'],
    final: ['ocro-'],
    void: ['o---e', 'oc--e'],
    cancelled: ['o---e', 'oc--e'],
  };
  const isSaid = !file.ended || file.ended.what === file.state;
  tell('shape', allowed[file.state].includes(has) && isSaid, 'state_differs');
  const rulesHash = hashOf(file.rules);
  tell('rules', rulesHash === file.opened.rulesHash && file.rules.drawId === file.opened.drawId, 'rules_changed');
  for (const [at, prize] of file.rules.prizes.entries()) {
    const fen = prize.valueCnyMinor;
    const isHonest = prize.value.currency !== 'CNY' || prize.value.minor === fen;
    tell('law', fen > 0 && fen <= DAY_LIMIT_FEN && isHonest, 'over_limit', `prizes.${at}`);
  }
  if (!file.revealed) return;
  const promise = promiseOf(file.revealed.serverSeed, file.rules.drawId, rulesHash);
  tell('commitment', promise === file.opened.commitment, 'commitment_differs');
}

async function records(file: DrawFile, tell: Tell): Promise<void> {
  let before: string | null = null;
  for (const name of RECORDS) {
    const record = file[name];
    const signature = file.signatures[name];
    if (!record) {
      tell('signatures', signature === null, 'signature_wrong', name);
      continue;
    }
    tell('signatures', await signedBy(file.opened.publicKey, record, signature), 'signature_wrong', name);
    if (before !== null) tell('links', 'before' in record && record.before === before, 'link_wrong', name);
    before = hashOf(record);
  }
}

/** When the chance was there for everybody: the beacon's instant, or the close. */
function chanceMs(file: DrawFile): number {
  const { chance: from } = file.rules;
  return from.kind === 'beacon' ? 1_692_803_367_000 + 3000 * (from.round - 1) : Date.parse(file.closed!.closedAt);
}

function times(file: DrawFile, tell: Tell): void {
  const [opens, closes] = [Date.parse(file.rules.opensAt), Date.parse(file.rules.closesAt)];
  tell('times', opens < closes && Date.parse(file.opened.openedAt) <= opens, 'time_wrong', 'opened');
  if (!file.closed) return;
  const closed = Date.parse(file.closed.closedAt);
  tell('times', opens <= closed && closed <= closes, 'time_wrong', 'closed');
  if (!file.revealed) return;
  const revealed = Date.parse(file.revealed.revealedAt);
  const since = revealed - chanceMs(file);
  tell('times', since >= 0, 'time_wrong', 'revealed');
  tell('times', since <= file.rules.revealWithinMs, 'late_reveal', 'revealed');
  if (file.outcome) tell('times', Date.parse(file.outcome.at) >= revealed, 'time_wrong', 'outcome');
}

/** @returns the chain after each entry */
function list(file: DrawFile, tell: Tell): string[] {
  const { rules, closed, entries } = file;
  const last = Math.min(Date.parse(rules.closesAt), closed ? Date.parse(closed.closedAt) : Date.parse(rules.closesAt));
  const first = Date.parse(rules.opensAt);
  const barred = new Set(rules.excluded.map(({ pid }) => pid));
  const weights = [rules.tickets.base, rules.tickets.follower, rules.tickets.newcomer];
  const met = new Set<string>();
  const counter = createCounter(file.opened.commitment);
  let tickets = 0;
  const chain = entries.map(([pid, nonce, at, own], index) => {
    tell('entries', first <= at && at <= last, 'late_entry', index);
    tell('entries', !met.has(pid), 'entry_twice', index);
    tell('entries', !barred.has(pid), 'excluded_entry', index);
    tell('entries', own >= rules.tickets.base && weights.includes(own), 'tickets_wrong', index);
    met.add(pid);
    tickets += own;
    return counter.add(index, personHash(rules.drawId, pid, nonce), at, own);
  });
  if (!closed) return chain;
  tell('list', closed.count === entries.length && closed.tickets === tickets, 'count_wrong');
  tell('list', closed.root === counter.root(), 'root_differs');
  tell('list', closed.chain === counter.link(), 'chain_differs');
  const places = closed.exclusions.map((one) => one.index);
  tell('exclusions', new Set(places).size === places.length, 'exclusion_wrong');
  for (const { index, pid } of closed.exclusions) {
    tell('exclusions', file.entries[index]?.[0] === pid, 'exclusion_wrong', index);
  }
  return chain;
}

function chance(file: DrawFile, tell: Tell): void {
  const { rules, closed } = file;
  const { beacon, clientSeed, serverSeed, seed } = file.revealed!;
  const source = rules.chance;
  if (source.kind === 'beacon') {
    const wait = chanceMs(file) - 6000 - Date.parse(rules.closesAt);
    const isOurs = source.chainHash === '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
    tell('beacon', isOurs && wait >= 0 && wait < 3000 && beacon?.round === source.round, 'beacon_round_wrong');
    const isTrue = beacon !== null && isBeaconSignature(beacon.round, beacon.signature);
    tell('beacon', isTrue, 'beacon_signature_wrong');
    tell('beacon', clientSeed === null && closed!.comments === null, 'client_seed_wrong');
  } else if (source.kind === 'comments') {
    const said = closed!.comments;
    const isHash = said !== null && said.length <= source.last && clientSeed === hashOf(said);
    tell('beacon', isHash && beacon === null, 'client_seed_wrong');
  } else {
    tell('beacon', Boolean(clientSeed) && beacon === null && closed!.comments === null, 'client_seed_wrong');
  }
  const made = seedFrom(serverSeed, beacon?.signature ?? null, clientSeed, closed!.root, rules.drawId);
  tell('seed', seed === Array.from(made, (byte) => byte.toString(16).padStart(2, '0')).join(''), 'seed_differs');
}

function winners(file: DrawFile, tell: Tell): void {
  const { rules, entries } = file;
  const { claims, winners: said } = file.outcome!;
  const out = new Set(file.closed!.exclusions.map(({ index }) => index));
  const pool = entries.map((row, index) => (out.has(index) ? 0 : row[3]));
  const pieces = rules.prizes.flatMap(({ count }, prize) => Array.from({ length: count }, () => prize));
  const { serverSeed, beacon, clientSeed, picks, revealedAt } = file.revealed!;
  const made = seedFrom(serverSeed, beacon?.signature ?? null, clientSeed, file.closed!.root, rules.drawId);
  const order = drawFrom(made, pool, pieces.length + claims.length);
  const first = order.slice(0, pieces.length);
  tell('picks', first.length === picks.length && first.every((place, at) => picks[at] === place), 'picks_differ');

  // Follow the prizes: [prize, state, since].
  const fate = first.map((_, at) => ({ prize: pieces[at]!, state: 'waiting', since: revealedAt }));
  let before = revealedAt;
  claims.forEach(({ at, position, what }, number) => {
    const held = fate[position];
    const waited = held ? Date.parse(at) - Date.parse(held.since) : -1;
    const isDue = what !== 'lapsed' || waited >= rules.claim.hours * 3_600_000;
    const isRight = held?.state === 'waiting' && waited >= 0 && isDue && Date.parse(at) >= Date.parse(before);
    tell('claims', isRight, 'claim_wrong', number);
    if (!isRight || !held) return;
    before = at;
    held.state = what;
    const goesOn = what !== 'claimed' && rules.claim.unclaimed === 'next' && fate.length < order.length;
    if (goesOn) fate.push({ prize: held.prize, state: 'waiting', since: at });
  });
  tell('claims', Date.parse(file.outcome!.at) >= Date.parse(before), 'claim_wrong');
  tell('winners', fate.length === said.length, 'winner_differs');
  said.forEach((winner, at) => {
    const held = fate[at];
    const isHis =
      held !== undefined &&
      winner.position === at &&
      winner.index === order[at] &&
      entries[winner.index]?.[0] === winner.pid &&
      winner.prize === held.prize &&
      winner.state === held.state &&
      Date.parse(winner.awardedAt) === Date.parse(held.since);
    tell('winners', isHis, 'winner_differs', at);
    tell('winners', !out.has(winner.index), 'winner_excluded', at);
  });
}

async function receipts(file: DrawFile, chain: readonly string[], known: Known, tell: Tell): Promise<void> {
  const { publicKey } = file.opened;
  const { drawId } = file.rules;
  const wordsOf = (index: number) => {
    const [pid, nonce, at, tickets] = file.entries[index]!;
    const entryHash = personHash(drawId, pid, nonce);
    const head = { format: 'huiyin-draw-receipt', version: 1, drawId, publicKey };
    return { ...head, index, at, pid, nonce, tickets, entryHash, chain: chain[index]! };
  };
  for (const { index, position, receipt } of file.outcome?.winners ?? []) {
    const isOurs = index < chain.length && (await signedBy(publicKey, wordsOf(index), receipt));
    tell('receipts', isOurs, 'receipt_wrong', `winner ${position}`);
  }
  for (const [at, given] of (known.receipts ?? []).entries()) {
    const read = drawReceipt.safeParse(given);
    const { signature = null, ...said } = read.success ? read.data : {};
    const isOurs = read.success && (await signedBy(publicKey, said, signature));
    tell('receipts', isOurs, 'receipt_wrong', at);
    if (!isOurs || !read.success) continue;
    const { index } = read.data;
    const isIn = index < chain.length && hashOf(wordsOf(index)) === hashOf(said);
    tell('receipts', isIn, 'receipt_not_in_list', index);
  }
}
