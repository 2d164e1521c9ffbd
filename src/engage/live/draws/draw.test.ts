// The protocol of a draw: sound ones pass both checks, every bent one is caught by both, and chance is even.
import { describe, expect, it } from 'vitest';
import { faultsOfRules } from './core/check-rules.ts';
import { isBeaconSignature, roundForClose, roundFrom, timeOfRound } from './core/draw-beacon.ts';
import { fromHex, portableHashes, toHex } from './core/draw-hash.ts';
import { stateAfter } from './core/draw-state.ts';
import { createEntryList } from './core/entry-list.ts';
import { pickPlaces, streamOf } from './core/pick.ts';
import { verifyDraw } from './server/verify/verify-draw.ts';
import { TAMPERINGS } from './tampering.fixture.ts';
import { checkDraw } from './web/check/check-draw.ts';
import { ROUND_1000, signedAnew, wholeDraft, wholeDraw } from './whole-draw.fixture.ts';

describe('a draw that is what it says', () => {
  it.each(['beacon', 'host', 'comments'] as const)('passes both checks with the chance of %s', async (chance) => {
    const { file, receipts } = wholeDraw({ chance });
    const known = {
      receipts,
      publicKey: file.opened.publicKey,
      commitment: file.opened.commitment,
      root: file.closed!.root,
    };
    const here = verifyDraw(JSON.parse(JSON.stringify(file)), known);
    expect(here).toMatchObject({ verdict: 'sound', faults: [] });
    expect(await checkDraw(JSON.parse(JSON.stringify(file)), known)).toMatchObject({ verdict: 'sound', faults: [] });
  });

  it('gives an unclaimed and a declined prize to the next two places drawn', () => {
    const { file } = wholeDraw();
    const winners = file.outcome!.winners;
    expect(winners).toHaveLength(10);
    expect(winners.slice(8).map(({ position, prize, state }) => ({ position, prize, state }))).toEqual([
      { position: 8, prize: 1, state: 'waiting' },
      { position: 9, prize: 0, state: 'waiting' },
    ]);
  });

  it('is unfinished, not broken, before its winners are drawn or when it is void', async () => {
    const { file, signer } = wholeDraw();
    Object.assign(file, { state: 'closed', revealed: null, outcome: null });
    Object.assign(file.signatures, { revealed: null, outcome: null });
    expect(verifyDraw(file).verdict).toBe('unfinished');
    Object.assign(file, {
      state: 'void',
      ended: { before: '', at: file.closed!.closedAt, what: 'void', reason: 'not_revealed' },
    });
    signedAnew(file, signer);
    expect(verifyDraw(file).verdict).toBe('unfinished');
    expect((await checkDraw(file)).verdict).toBe('unfinished');
  });
});

describe('a draw that was bent', () => {
  it('has at least twenty ways of it here', () => {
    expect(TAMPERINGS.filter((one) => one.by === 'anybody').length).toBeGreaterThanOrEqual(20);
  });

  it.each(TAMPERINGS)('is caught by both checks: $name', async ({ by, bend }) => {
    const { file, signer, receipts } = wholeDraw({ people: 60 });
    const known = { receipts, publicKey: file.opened.publicKey, commitment: file.opened.commitment };
    bend(file, receipts);
    if (by === 'organiser') signedAnew(file, signer);
    const text = JSON.stringify(file);
    expect(verifyDraw(JSON.parse(text), known).verdict).toBe('broken');
    expect((await checkDraw(JSON.parse(text), known)).verdict).toBe('broken');
  });

  it('is not readable when it is no draw at all', async () => {
    for (const value of [null, 1, 'x', [], {}, { format: 'huiyin-draw' }]) {
      expect(verifyDraw(value).verdict).toBe('unreadable');
      expect((await checkDraw(value)).verdict).toBe('unreadable');
    }
  });
});

describe('the beacon', () => {
  it('is believed by its signature alone (round 1000 of quicknet as published)', () => {
    expect(isBeaconSignature(ROUND_1000.round, ROUND_1000.signature)).toBe(true);
    expect(isBeaconSignature(1001, ROUND_1000.signature)).toBe(false);
    expect(isBeaconSignature(1000, 'b'.repeat(96))).toBe(false);
    expect(isBeaconSignature(1000, 'not hex')).toBe(false);
  });

  it('names the first round six seconds after the close', () => {
    for (const late of [0, 1, 1499, 2999, 3000]) {
      const closes = timeOfRound(500) + late;
      const round = roundForClose(closes);
      expect(timeOfRound(round)).toBeGreaterThanOrEqual(closes + 6000);
      expect(timeOfRound(round - 1)).toBeLessThan(closes + 6000);
    }
    expect(roundFrom(timeOfRound(77))).toBe(77);
  });
});

describe('the list', () => {
  it('proves every place of lists of any length', () => {
    for (let size = 1; size <= 20; size += 1) {
      const list = createEntryList('draw_x', '11'.repeat(32));
      for (let at = 0; at < size; at += 1) list.add([at.toString(16).padStart(32, '0'), 'aa'.repeat(16), 1000 + at, 1]);
      for (let at = 0; at < size; at += 1) {
        const [pid, nonce, ms, tickets] = list.row(at)!;
        let hash = portableHashes.leaf(at, portableHashes.entry('draw_x', pid, nonce), ms, tickets);
        let place = at;
        let last = size - 1;
        for (const beside of list.proof(at)) {
          while (place % 2 === 0 && place === last) [place, last] = [place / 2, Math.floor(last / 2)];
          hash =
            place % 2 === 1 ? portableHashes.node(fromHex(beside), hash) : portableHashes.node(hash, fromHex(beside));
          [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
        }
        expect(toHex(hash)).toBe(list.root());
      }
    }
  });
});

describe('chance', () => {
  it('is even over many draws (chi-square, 20 places, 20,000 draws)', () => {
    const counts = new Array<number>(20).fill(0);
    const numbers = streamOf('77'.repeat(32));
    for (let at = 0; at < 20_000; at += 1) counts[numbers(20)]! += 1;
    const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 19 degrees of freedom, one in a thousand is 43.8.
    expect(chi).toBeLessThan(43.8);
  });

  it('draws each place once, never one without tickets, and all when more are wanted', () => {
    const picks = pickPlaces('12'.repeat(32), [1, 0, 3, 1, 0, 2], 10);
    expect([...picks].sort()).toEqual([0, 2, 3, 5]);
    expect(pickPlaces('12'.repeat(32), [], 3)).toEqual([]);
  });
});

describe('rules', () => {
  it('may not open unfinished, above the limit, or without a word on staff', () => {
    expect(faultsOfRules(wholeDraft)).toEqual([]);
    const [prize] = wholeDraft.prizes;
    const over = { ...prize!, value: { minor: 5_000_001, currency: 'CNY' } };
    const foreign = { ...prize!, value: { minor: 900_000, currency: 'USD' }, valueCnyMinor: 6_400_000 };
    const unsaid = { ...prize!, value: { minor: 100, currency: 'diamond' }, valueCnyMinor: null };
    const codes = faultsOfRules({
      ...wholeDraft,
      prizes: [over, foreign, unsaid],
      isStaffListWhole: false,
      claimHow: '',
    });
    expect(codes.map((one) => one.code)).toEqual([
      'prize_over_limit',
      'prize_over_limit',
      'prize_value_missing',
      'claim_missing',
      'staff_unstated',
    ]);
    expect(faultsOfRules({ ...wholeDraft, prizes: [] }).map((one) => one.code)).toEqual(['prizes_missing']);
  });

  it('are never edited once open, and nobody can cancel after the close', () => {
    expect(stateAfter('open', 'edit')).toBeNull();
    expect(stateAfter('closed', 'cancel')).toBeNull();
    expect(stateAfter('void', 'reveal')).toBeNull();
    expect(stateAfter('open', 'cancel')).toBe('cancelled');
  });
});
