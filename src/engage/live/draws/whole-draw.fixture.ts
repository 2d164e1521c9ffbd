// A whole draw from its rules to its claims, made as the product makes it, with the public signature of a real round of the beacon.

import { rulesOf } from './core/check-rules.ts';
import { roundForClose, timeOfRound } from './core/draw-beacon.ts';
import type { Claim, DrawFile, DrawReceipt } from './core/draw-file.contract.ts';
import { hashOfRecord } from './core/draw-hash.ts';
import { type ChanceKind, drawDraft } from './core/draw-rules.contract.ts';
import { createEntryList } from './core/entry-list.ts';
import { closedOf, openedOf, outcomeOf, receiptPart, revealedOf } from './core/make-records.ts';
import { type DrawSigner, fastHashes, fastHmac, namesIn, signerOf } from './server/draw-key.ts';

/** Round 1000 of quicknet, as published by drand. */
export const ROUND_1000 = {
  round: 1000,
  signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
};

export const wholeDraft = drawDraft.parse({
  title: '周年福袋',
  organiserName: '回音旗舰店',
  organiserContact: '400-000-0000',
  prizes: [
    { name: '保温杯', kind: 'goods', count: 3, value: { minor: 12_900, currency: 'CNY' } },
    { name: '十元券', kind: 'coupon', count: 5, value: { minor: 1000, currency: 'CNY' } },
  ],
  conditions: '本场观众均可参加，一人一份',
  entryWays: ['tap', 'keyword'],
  keyword: '福袋',
  runSeconds: 60,
  tickets: { base: 1, follower: 2, newcomer: 1 },
  claimHow: '私信客服领取',
  claimHours: 24,
  isStaffListWhole: true,
});

/** Closes so that its round is 1000. */
export const CLOSES_MS = timeOfRound(1000) - 6000;
export const OPENS_MS = CLOSES_MS - wholeDraft.runSeconds * 1000;
export const SEED_HEX = '5a'.repeat(32);

export interface WholeDraw {
  file: DrawFile;
  signer: DrawSigner;
  receipts: DrawReceipt[];
}

/** @param claims what became of the prizes; `lapsed` ones come after the hours of the rules */
export function wholeDraw(
  options: { people?: number; chance?: ChanceKind; claims?: Claim[]; excluded?: number[]; signer?: DrawSigner } = {},
): WholeDraw {
  if (roundForClose(CLOSES_MS) !== 1000) throw new Error('the fixture must close before round 1000');
  const signer = options.signer ?? signerOf('07'.repeat(32));
  const drawId = 'draw_01hzy3v7k2e8wb4n5m6p7q8r9s';
  const names = namesIn({ serverSeed: SEED_HEX, nameKey: '33'.repeat(32) });
  const chance = options.chance ?? 'beacon';
  const rules = rulesOf(wholeDraft, {
    drawId,
    opensMs: OPENS_MS,
    chance,
    excluded: [{ pid: names('the-host').pid, reason: 'staff' }],
  });
  const opened = openedOf(rules, SEED_HEX, signer.publicKey);
  const list = createEntryList(drawId, opened.commitment, fastHashes);
  const people = options.people ?? 200;
  const parts: ReturnType<typeof receiptPart>[] = [];
  for (let at = 0; at < people; at += 1) {
    const { pid, nonce } = names(`viewer-${at}`);
    const row: DrawFile['entries'][number] = [
      pid,
      nonce,
      OPENS_MS + 100 + Math.floor((at * 50_000) / people),
      at % 7 === 0 ? 2 : 1,
    ];
    parts.push(receiptPart(opened, row, list.entered(list.add(row))));
  }
  const signed = (index: number) => signer.sign(parts[index]);
  const comments =
    chance === 'comments'
      ? [
          { id: 'own:room:1', text: '冲' },
          { id: 'own:room:2', text: '666' },
        ]
      : null;
  const closed = closedOf(opened, list, {
    closedMs: CLOSES_MS,
    rejected: { late: 1, second: 4, excluded: 1 },
    exclusions: (options.excluded ?? [5, 17]).map((index) => ({
      index,
      pid: list.row(index)![0],
      reason: 'same_person' as const,
    })),
    comments,
  });
  const entries = [...list.rows()];
  const revealed = revealedOf(
    rules,
    closed,
    entries,
    {
      revealedMs: timeOfRound(1000) + 2000,
      serverSeed: SEED_HEX,
      beacon: chance === 'beacon' ? { ...ROUND_1000 } : null,
      clientSeed: chance === 'beacon' ? null : chance === 'host' ? '42' : hashOfRecord(comments),
    },
    fastHmac,
  );
  const revealedMs = Date.parse(revealed.revealedAt);
  const after = (ms: number) => new Date(revealedMs + ms).toISOString();
  const claims = options.claims ?? [
    { at: after(60_000), position: 1, what: 'claimed' as const },
    { at: after(120_000), position: 3, what: 'declined' as const },
    { at: after(25 * 3_600_000), position: 0, what: 'lapsed' as const },
  ];
  const person = (index: number) => ({ name: `观**${index % 10}`, receipt: signed(index) });
  const outcome = outcomeOf(
    { rules, closed, revealed },
    entries,
    claims,
    revealedMs + 26 * 3_600_000,
    person,
    fastHmac,
  );
  if (!outcome) throw new Error('claims do not fit');
  const file: DrawFile = {
    format: 'huiyin-draw',
    version: 1,
    shop: '回音旗舰店',
    state: 'final',
    rules,
    opened,
    closed,
    revealed,
    outcome,
    ended: null,
    signatures: {
      opened: signer.sign(opened),
      closed: signer.sign(closed),
      revealed: signer.sign(revealed),
      outcome: signer.sign(outcome),
      ended: null,
    },
    entries,
  };
  const receipts = parts.slice(0, 3).map((part, index) => ({ ...part, signature: signed(index) }));
  return { file, signer, receipts };
}

/** Signs and links all records anew, as somebody who holds the key could. */
export function signedAnew(file: DrawFile, signer: DrawSigner): DrawFile {
  let before = hashOfRecord(file.opened);
  file.signatures.opened = signer.sign(file.opened);
  for (const name of ['closed', 'revealed', 'outcome', 'ended'] as const) {
    const record = file[name];
    if (!record) continue;
    record.before = before;
    file.signatures[name] = signer.sign(record);
    before = hashOfRecord(record);
  }
  return file;
}
