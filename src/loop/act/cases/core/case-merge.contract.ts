// The two routes that make one case of two and take it back.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { caseRow } from './case.contract.ts';

const params = z.object({ id: z.string().max(60) });
const ok = caseRow;

export const mergeCaseRoute = route({
  id: 'mergeCase',
  method: 'POST',
  path: '/api/v1/cases/:id/merge',
  summary: 'Merge this case into another; its feedback moves and a pointer stays',
  access: 'case.merge',
  params,
  body: z.object({ intoId: z.string().max(60) }),
  ok,
  refusals: ['not_found', 'same_case', 'case_merged', 'case_settled', 'unknown_case'],
});
export const unmergeCaseRoute = route({
  id: 'unmergeCase',
  method: 'DELETE',
  path: '/api/v1/cases/:id/merge',
  summary: 'Undo a merge: the case is as it was, with the feedback it had',
  access: 'case.merge',
  params,
  ok,
  refusals: ['not_found', 'not_merged', 'open_case_exists'],
});
