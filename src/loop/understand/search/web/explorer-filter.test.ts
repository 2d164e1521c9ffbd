// An address becomes exactly the question it stands for, and a mistyped one is not refused.
import { describe, expect, it } from 'vitest';
import { listFeedbackRoute } from '../core/search.contract.ts';
import { countFilters, queryOf } from './explorer-filter.ts';

const defined = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));

describe('the explorer’s address', () => {
  it('reads lists, days and switches', () => {
    const values = {
      q: ' 物流 ',
      theme: 'logistics.late,price',
      class: 'urgent',
      rating: '1,2',
      saidFrom: '2026-11-01',
      saidTo: '2026-11-02',
      case: 'no',
      repeats: 'hide',
      open: 'fb_1',
    };
    expect(defined(queryOf(values, 'Asia/Shanghai'))).toEqual({
      q: '物流',
      theme: ['logistics.late', 'price'],
      class: ['urgent'],
      rating: ['1', '2'],
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-02T16:00:00.000Z',
      hasCase: 'false',
      duplicates: 'false',
    });
    expect(countFilters(values)).toBe(7);
  });

  it('leaves out what cannot be', () => {
    const values = { channel: 'pigeon', rating: '9', saidFrom: 'soon', saidTo: '2026-13-01', case: 'perhaps' };
    const query = defined(queryOf(values, 'Asia/Shanghai'));
    expect(query).toEqual({});
    expect(listFeedbackRoute.query.safeParse(query).success).toBe(true);
  });
});
