// Makes the records of a draw in their order, each naming the one before it: opened, closed, revealed, outcome, or its end.
import type {
  Claim,
  ClosedRecord,
  DrawFile,
  EndedRecord,
  OpenedRecord,
  OutcomeRecord,
  RevealedRecord,
  Winner,
} from './draw-file.contract.ts';
import { commitmentOf, fromHex, hashOfRecord } from './draw-hash.ts';
import type { DrawRules } from './draw-rules.contract.ts';
import type { EntryList } from './entry-list.ts';
import { awardsOf, winnersWanted } from './outcome.ts';
import { type HmacSha256, pickPlaces, portableHmac, seedOf } from './pick.ts';

/** What has been said of a draw so far; everything a file holds except entries and signatures. */
export interface DrawRecords {
  rules: DrawRules;
  opened: OpenedRecord;
  closed: ClosedRecord | null;
  revealed: RevealedRecord | null;
  outcome: OutcomeRecord | null;
  ended: EndedRecord | null;
}

export function openedOf(rules: DrawRules, serverSeed: string, publicKey: string): OpenedRecord {
  const rulesHash = hashOfRecord(rules);
  return {
    drawId: rules.drawId,
    rulesHash,
    commitment: commitmentOf(fromHex(serverSeed), rules.drawId, rulesHash),
    openedAt: rules.opensAt,
    publicKey,
  };
}

export function closedOf(
  opened: OpenedRecord,
  list: Pick<EntryList, 'count' | 'tickets' | 'root' | 'chain'>,
  at: {
    closedMs: number;
    rejected: ClosedRecord['rejected'];
    exclusions: ClosedRecord['exclusions'];
    comments: ClosedRecord['comments'];
  },
): ClosedRecord {
  return {
    before: hashOfRecord(opened),
    closedAt: new Date(at.closedMs).toISOString(),
    count: list.count,
    tickets: list.tickets,
    root: list.root(),
    chain: list.chain(),
    rejected: at.rejected,
    exclusions: at.exclusions,
    comments: at.comments,
  };
}

/** Tickets by place; who is left out has none. */
export function ticketsLeft(entries: DrawFile['entries'], closed: ClosedRecord): Uint16Array {
  const tickets = Uint16Array.from(entries, (row) => row[3]);
  for (const { index } of closed.exclusions) tickets[index] = 0;
  return tickets;
}

export function revealedOf(
  rules: DrawRules,
  closed: ClosedRecord,
  entries: DrawFile['entries'],
  from: { revealedMs: number; serverSeed: string; beacon: RevealedRecord['beacon']; clientSeed: string | null },
  mac: HmacSha256 = portableHmac,
): RevealedRecord {
  const { serverSeed, beacon, clientSeed } = from;
  const seed = seedOf({
    serverSeed,
    beacon: beacon?.signature ?? null,
    client: clientSeed,
    root: closed.root,
    drawId: rules.drawId,
  });
  return {
    before: hashOfRecord(closed),
    revealedAt: new Date(from.revealedMs).toISOString(),
    serverSeed,
    beacon,
    clientSeed,
    seed,
    picks: pickPlaces(seed, ticketsLeft(entries, closed), winnersWanted(rules), mac),
  };
}

/**
 * @param person what is shown of a winner, and his receipt's signature
 * @returns null when a claim does not fit what was before it
 */
export function outcomeOf(
  records: { rules: DrawRules; closed: ClosedRecord; revealed: RevealedRecord },
  entries: DrawFile['entries'],
  claims: readonly Claim[],
  nowMs: number,
  person: (index: number) => { name: string; receipt: string },
  mac: HmacSha256 = portableHmac,
): OutcomeRecord | null {
  const { rules, closed, revealed } = records;
  const wanted = winnersWanted(rules) + claims.length;
  const order = pickPlaces(revealed.seed, ticketsLeft(entries, closed), wanted, mac);
  const awards = awardsOf(rules, Date.parse(revealed.revealedAt), claims, order.length);
  if (!awards) return null;
  const winners: Winner[] = awards.map(({ position, prize, awardedMs, state }) => {
    const index = order[position]!;
    const awardedAt = new Date(awardedMs).toISOString();
    return { position, index, pid: entries[index]![0], prize, ...person(index), awardedAt, state };
  });
  return { before: hashOfRecord(revealed), at: new Date(nowMs).toISOString(), claims: [...claims], winners };
}

export function endedOf(
  last: OpenedRecord | ClosedRecord,
  what: EndedRecord['what'],
  reason: string,
  nowMs: number,
): EndedRecord {
  return { before: hashOfRecord(last), at: new Date(nowMs).toISOString(), what, reason };
}

/** What the signature of a receipt covers. */
export function receiptPart(
  opened: OpenedRecord,
  row: DrawFile['entries'][number],
  entered: { index: number; entryHash: string; chain: string },
) {
  const [pid, nonce, at, tickets] = row;
  return {
    format: 'huiyin-draw-receipt' as const,
    version: 1 as const,
    drawId: opened.drawId,
    index: entered.index,
    at,
    pid,
    nonce,
    tickets,
    entryHash: entered.entryHash,
    chain: entered.chain,
    publicKey: opened.publicKey,
  };
}
