import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../../text/quoting.ts';
import { forgetInEvent } from './forget-event.ts';

const personId = `per_${'a'.repeat(26)}`;
const caseId = `case_${'b'.repeat(26)}`;
const quotes = quoteFinder(['客服三次没有人理我非常失望', '林小满']);
const event = (data: unknown, more: object = {}) => ({
  seq: 7,
  subject: caseId,
  actorId: 'mem_1',
  actorName: 'Mia',
  data,
  ...more,
});

describe('an event about what is his alone', () => {
  it('keeps what happened and loses every sentence', () => {
    const before = event({
      note: 'ok',
      reason: 'He called again',
      from: 'open',
      to: 'pending',
      at: '2026-03-02T02:00:00.000Z',
      caseId,
      count: 3,
      personId,
    });
    expect(forgetInEvent(before, { personId, isHis: true, quotes }).data).toEqual({
      note: '—',
      reason: '—',
      from: 'open',
      to: 'pending',
      at: '2026-03-02T02:00:00.000Z',
      caseId,
      count: 3,
      personId: null,
    });
  });
});

describe('an event about what he shares', () => {
  it('loses only what quotes him', () => {
    const before = event({ reason: '林小满又来了', note: '另一位顾客问发货时间' });
    expect(forgetInEvent(before, { personId, isHis: false, quotes }).data).toEqual({
      reason: '—',
      note: '另一位顾客问发货时间',
    });
  });

  it('stays the very same when nothing has to go', () => {
    const before = event({ note: '另一位顾客问发货时间', ids: [caseId] });
    expect(forgetInEvent(before, { personId, isHis: false, quotes })).toBe(before);
  });
});

it('does not name him as the one who did it or to whom it was done', () => {
  const before = event({}, { subject: personId, actorId: personId, actorName: '林小满' });
  expect(forgetInEvent(before, { personId, isHis: true, quotes })).toMatchObject({
    subject: null,
    actorId: 'erased',
    actorName: '—',
  });
});
