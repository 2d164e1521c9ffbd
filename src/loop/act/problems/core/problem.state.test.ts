import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthOf, endsOf } from './cause-tree.ts';
import { instantOf } from './day-instant.ts';
import {
  ACTION_DEEDS,
  allWorked,
  isLive,
  nextActionState,
  nextProblemState,
  offeredDeeds,
  PROBLEM_DEEDS,
  type ProblemDeed,
} from './problem.state.ts';
import { ACTION_STATES, PROBLEM_STATES, type ProblemState } from './problem-words.contract.ts';
import { casesThatTell, type ToldCase } from './told-once.ts';

describe('the states of a problem', () => {
  it('answer every deed in every state with a state or a named reason', () => {
    for (const state of PROBLEM_STATES)
      for (const deed of PROBLEM_DEEDS) {
        const next = nextProblemState(state, deed);
        if (next.ok) expect(PROBLEM_STATES).toContain(next.value);
        else expect(next.reason).toMatch(/^(already_|problem_)/);
        // What can be done is offered, and nothing else.
        if (deed !== 'judged_improved') expect(offeredDeeds(state).includes(deed)).toBe(next.ok);
      }
  });

  it('are left, once settled, only by closing or reopening', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PROBLEM_DEEDS), { maxLength: 30 }), (deeds: ProblemDeed[]) => {
        let state: ProblemState = 'open';
        for (const deed of deeds) {
          const next = nextProblemState(state, deed);
          if (!next.ok) continue;
          if (!isLive(state)) expect(['close', 'reopen']).toContain(deed);
          expect(next.value).not.toBe(state);
          state = next.value;
        }
      }),
    );
  });

  it('count a problem as done only when everything done against it worked', () => {
    expect(allWorked([])).toBe(false);
    expect(allWorked([{ state: 'withdrawn' }])).toBe(false);
    expect(allWorked([{ state: 'effective' }, { state: 'withdrawn' }])).toBe(true);
    expect(allWorked([{ state: 'effective' }, { state: 'done' }])).toBe(false);
  });

  it('of an action never go back', () => {
    for (const state of ACTION_STATES)
      for (const deed of ACTION_DEEDS) {
        const next = nextActionState(state, deed);
        if (next.ok) expect(ACTION_STATES.indexOf(next.value)).toBeGreaterThan(ACTION_STATES.indexOf(state));
      }
  });
});

describe('who is told', () => {
  const one = (id: string, people: string[], nameless = false): ToldCase => ({ id, people, nameless });
  it('hears it by one of his cases', () => {
    expect([...casesThatTell([one('a', ['x']), one('b', ['x']), one('c', ['y'])])].sort()).toEqual(['a', 'c']);
    expect([...casesThatTell([one('a', ['x']), one('b', ['x', 'y'])])]).toEqual(['b']);
    expect([...casesThatTell([one('a', [], true), one('b', [])])]).toEqual(['a']);
  });

  it('is nobody left out and nobody with cases of his own told twice', () => {
    const cases = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(cases, (drawn) => {
        const all = drawn.map(([person, nameless], index) => one(String(index), [person], nameless));
        const telling = casesThatTell(all);
        const told = all.filter((it) => telling.has(it.id));
        for (const { people } of all) expect(told.some((it) => it.people.includes(people[0]!))).toBe(true);
        const named = told.filter((it) => !it.nameless).flatMap((it) => it.people);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});

describe('the tree of causes', () => {
  it('knows how deep a cause is and where the asking stopped', () => {
    const causes = [
      { id: 'a', parentId: null },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: 'b' },
      { id: 'd', parentId: 'a' },
    ];
    expect([null, 'a', 'b', 'c'].map((id) => depthOf(causes, id))).toEqual([0, 1, 2, 3]);
    expect(endsOf(causes).map((one) => one.id)).toEqual(['c', 'd']);
  });
});

describe('an hour of a day', () => {
  it('strikes by the clock of the zone', () => {
    expect(instantOf('2026-04-13', 9, 'Asia/Shanghai').toISOString()).toBe('2026-04-13T01:00:00.000Z');
    expect(instantOf('2026-07-01', 9, 'America/New_York').toISOString()).toBe('2026-07-01T13:00:00.000Z');
    expect(instantOf('2026-01-15', 9, 'America/New_York').toISOString()).toBe('2026-01-15T14:00:00.000Z');
  });
});
