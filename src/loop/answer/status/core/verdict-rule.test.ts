import { describe, expect, it } from 'vitest';
import { PUBLIC_STAGES } from '../../../act/cases/core/case.contract.ts';
import { mayJudge } from './verdict-rule.ts';

describe('the verdict of a reporter', () => {
  it('counts once for each answer, only after resolving', () => {
    for (const stage of PUBLIC_STAGES)
      for (const before of [null, true, false])
        for (const solved of [true, false]) {
          const settled = stage === 'resolved' || stage === 'verified';
          const wanted = settled
            ? { ok: true, value: before === solved ? 'nothing_new' : 'new' }
            : solved
              ? { ok: false, reason: 'not_resolved' }
              : { ok: true, value: 'nothing_new' };
          expect(mayJudge({ stage, before, solved })).toEqual(wanted);
        }
  });
});
