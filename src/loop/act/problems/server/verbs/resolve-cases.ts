// Resolves the open cases of a problem together, with one message; each person hears it once, however many of the cases are his.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { Resolution } from '../../../cases/core/case.contract.ts';
import { resolveCase } from '../../../cases/server/door.ts';
import { problemCasesResolved } from '../../core/problem-events.contract.ts';
import { casesThatTell } from '../../core/told-once.ts';
import { lockProblem } from '../problem.store.ts';
import { countOpenCases, openCasesWithPeople } from '../problem-cases.reads.ts';

export interface ResolveCasesInput {
  problemId: string;
  resolution: Resolution;
  note: string | null;
  message: string | null;
  tell: boolean;
}

const AT_ONCE = 200;

export async function resolveCases(
  tx: Tx,
  env: Env,
  input: ResolveCasesInput,
): Promise<Result<{ resolved: number; told: number; refused: number; left: number }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockProblem(tx, input.problemId);
  const cases = row ? await openCasesWithPeople(tx, row.id, AT_ONCE) : [];
  // decide
  if (!row) return refuse('not_found');
  const telling = input.tell ? casesThatTell(cases) : new Set<string>();
  // save
  const resolved: string[] = [];
  for (const { id } of cases) {
    const { resolution, note, message } = input;
    const result = await resolveCase(tx, env, { caseId: id, resolution, note, message, tell: telling.has(id) });
    if (result.ok) resolved.push(id);
  }
  // tell
  const told = resolved.filter((id) => telling.has(id)).length;
  if (resolved.length > 0)
    await tell(tx, env, problemCasesResolved, {
      subject: row.id,
      data: { problemId: row.id, caseIds: resolved, told },
    });
  const left = await countOpenCases(tx, row.id);
  return ok({ resolved: resolved.length, told, refused: cases.length - resolved.length, left });
}
