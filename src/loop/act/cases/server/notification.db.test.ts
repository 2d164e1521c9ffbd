// The bell is heard, not drowned.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addMember } from '../../../../../test/harness/judged-feedback.ts';
import { ringForTurns } from './notification.store.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const now = new Date('2026-03-02T02:00:00Z');
const rings = (memberId: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    memberId,
    kind: 'assigned' as const,
    caseId: `case_${from + index}`,
    by: null,
    dedupe: `opened case_${from + index}`,
  }));
const heardBy = async (memberId: string) =>
  (await db.asOwner('SELECT 1 FROM notifications WHERE member_id = $1', [memberId])).length;

describe('cases given by turn', () => {
  it('ring a few times in a while for each member, and again later', async () => {
    const one = await addMember(db, '小周');
    const other = await addMember(db, '小林');
    const later = new Date(now.getTime() + 11 * 60_000);
    await db.a.write((tx) => ringForTurns(tx, [...rings(one, 0, 3), ...rings(other, 100, 200)], now));
    await db.a.write((tx) => ringForTurns(tx, rings(one, 10, 40), now));
    expect([await heardBy(one), await heardBy(other)]).toEqual([5, 5]);
    await db.a.write((tx) => ringForTurns(tx, rings(one, 60, 1), later));
    expect(await heardBy(one)).toBe(6);
  });
});
