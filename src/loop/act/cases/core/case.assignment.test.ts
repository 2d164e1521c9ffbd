// Every way to give a case away, and every reason not to.
import { describe, expect, it } from 'vitest';
import { type Assignable, chooseAssignment, type Known } from './case.assignment.ts';

const row: Assignable = { status: 'new', stage: 'collect', owner_id: 'mem_a', team_id: 'team_a', merged_into: null };
const known: Known = { memberKnown: true, teamKnown: true, memberInTeam: true, picked: null };

describe('chooseAssignment', () => {
  it.each([
    ['a member of the team', { memberId: 'mem_b' }, {}, { ownerId: 'mem_b', teamId: 'team_a', stage: 'handle' }],
    [
      'a member from elsewhere',
      { memberId: 'mem_b' },
      { memberInTeam: false },
      { ownerId: 'mem_b', teamId: null, stage: 'handle' },
    ],
    ['nobody', { memberId: null }, {}, { ownerId: null, teamId: 'team_a', stage: 'collect' }],
    ['another team', { teamId: 'team_b' }, {}, { ownerId: null, teamId: 'team_b', stage: 'collect' }],
    ['the same team', { teamId: 'team_a' }, {}, { ownerId: 'mem_a', teamId: 'team_a', stage: 'handle' }],
    ['no team', { teamId: null }, {}, { ownerId: null, teamId: null, stage: 'collect' }],
    ['whose turn it is', { auto: true }, { picked: 'mem_c' }, { ownerId: 'mem_c', teamId: 'team_a', stage: 'handle' }],
  ] as const)('%s', (_, asked, facts, value) => {
    expect(chooseAssignment(row, asked, { ...known, ...facts })).toEqual({ ok: true, value });
  });

  it.each([
    ['case_merged', { ...row, merged_into: 'case_x' }, { memberId: null }, {}],
    ['case_closed', { ...row, status: 'closed' }, { memberId: null }, {}],
    ['unknown_member', row, { memberId: 'mem_x' }, { memberKnown: false }],
    ['unknown_team', row, { teamId: 'team_x' }, { teamKnown: false }],
    ['not_in_team', row, { memberId: 'mem_b', teamId: 'team_b' }, { memberInTeam: false }],
    ['nobody_available', row, { auto: true }, {}],
  ] as const)('%s', (reason, given, asked, facts) => {
    expect(chooseAssignment(given, asked, { ...known, ...facts })).toMatchObject({ ok: false, reason });
  });

  it('leaves the stage of a settled case alone', () => {
    const settled: Assignable = { ...row, status: 'resolved', stage: 'confirm' };
    expect(chooseAssignment(settled, { memberId: 'mem_b' }, known)).toMatchObject({ value: { stage: 'confirm' } });
  });
});
