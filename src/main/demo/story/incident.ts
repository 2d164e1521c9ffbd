// The incident: a pump that leaks, noticed, traced to its cause, mended and measured; and a second matter that cannot be told yet.
import sql from 'sql-template-tag';
import { dayName, type Tale } from '../tale.ts';
import { PRODUCTS, SERUM } from '../voices.ts';
import words from '../words/incident.json' with { type: 'json' };
import { LEAK_FROM, LEAK_UNTIL } from './market.ts';

interface Cause {
  text: string;
  category: string;
  standing: string;
  parent: number | null;
  note: string | null;
}

/** Cases of a theme that nobody has put to a problem, newest last. */
async function casesOfTheme(
  tale: Tale,
  themes: readonly string[],
  productId: string | null,
  since: Date,
): Promise<string[]> {
  const rows = await tale.stage.db.read((tx) =>
    tx.rows<{ id: string }>(sql`
      SELECT c.id FROM cases_facts c
      WHERE c.workspace_id = ${tx.workspaceId} AND c.theme = ANY(${[...themes]}::text[]) AND c.opened_at >= ${since}
        AND (${productId}::text IS NULL OR c.product_id = ${productId}) AND c.merged_into IS NULL
      ORDER BY c.number`),
  );
  return rows.map((row) => row.id);
}

async function serumId(tale: Tale): Promise<string> {
  const row = await tale.stage.db.read((tx) =>
    tx.one<{ id: string }>(
      sql`SELECT id FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND sku = ${SERUM.sku}`,
    ),
  );
  return row.id;
}

/** Skincare whose pump was never touched: what is said of it stands for what would have been said anyway. */
async function otherSkincare(tale: Tale): Promise<{ products: string[] }> {
  const skus = PRODUCTS.filter((one) => one.kind === 'skin' && one.sku !== SERUM.sku).map((one) => one.sku);
  const rows = await tale.stage.db.read((tx) =>
    tx.rows<{ id: string }>(
      sql`SELECT id FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND sku = ANY(${skus}::text[]) ORDER BY sku`,
    ),
  );
  return { products: rows.map((row) => row.id) };
}

async function findCauses(tale: Tale, problemId: string, causes: readonly Cause[]): Promise<void> {
  const ids: string[] = [];
  for (const { parent, ...cause } of causes) {
    const view = await tale.stage.call(tale.staff.analyst, 'addCause', {
      params: { id: problemId },
      body: { ...cause, parentId: parent === null ? null : ids[parent] },
    });
    const all: { id: string; text: string }[] = view.causes;
    ids.push(all.find((one) => one.text === cause.text)!.id);
  }
}

const on = (tale: Tale, day: number, hour: number) => tale.storyTime(day, hour);
const nameOfDay = (tale: Tale, day: number) => dayName(new Date(on(tale, day, 12)));

async function lastAction(tale: Tale, problemId: string, title: string): Promise<string> {
  const problem = await tale.stage.call(tale.staff.analyst, 'getProblem', { params: { id: problemId } });
  return problem.correctiveActions.find((one: { title: string }) => one.title === title).id;
}

/** Plans both stories. */
export function planIncident(tale: Tale): void {
  planLeak(tale);
  planLate(tale);
}

function planLeak(tale: Tale): void {
  const { stage, staff, kept } = tale;
  const { leak } = words;
  const since = new Date(on(tale, LEAK_FROM, 0));
  const join = async (problemId: string) => {
    const caseIds = await casesOfTheme(tale, ['packaging.leak'], await serumId(tale), since);
    const known = await stage.call(staff.analyst, 'listProblemCases', {
      params: { id: problemId },
      query: { limit: 100 },
    });
    const there = new Set(known.items.map((one: { id: string }) => one.id));
    const fresh = caseIds.filter((id) => !there.has(id)).slice(-100);
    if (fresh.length > 0)
      await stage.ask(staff.analyst, 'addProblemCases', { params: { id: problemId }, body: { caseIds: fresh } });
  };
  tale.plan(on(tale, 35, 16), async () => {
    const productId = await serumId(tale);
    const made = await stage.call(staff.analyst, 'openProblem', {
      body: {
        title: leak.title,
        statement: leak.statement,
        severity: 'high',
        ownerId: staff.manager.id,
        themes: ['packaging.leak'],
        productIds: [productId],
        caseIds: (await casesOfTheme(tale, ['packaging.leak'], productId, since)).slice(0, 100),
      },
    });
    kept.set('leak', made.id);
    kept.set('serum', productId);
  });
  tale.plan(on(tale, 36, 10), async () => {
    await stage.call(staff.manager, 'moveProblem', { params: { id: kept.get('leak') }, body: { deed: 'analyse' } });
  });
  tale.plan(on(tale, 38, 11), () => findCauses(tale, kept.get('leak')!, leak.causes));
  tale.plan(on(tale, 39, 15), async () => {
    const measure = { themes: ['packaging.leak'], products: [kept.get('serum')!] };
    const params = { id: kept.get('leak')! };
    await stage.call(staff.manager, 'moveProblem', { params, body: { deed: 'act' } });
    await stage.call(staff.manager, 'addAction', {
      params,
      body: {
        ...{ title: leak.first.title, change: leak.first.change, ownerId: staff.agents[1]!.id },
        ...{ dueOn: nameOfDay(tale, 43), reviewOn: nameOfDay(tale, 60), expected: { measure, size: 0.3 } },
      },
    });
    await stage.call(staff.manager, 'addAction', {
      params,
      body: {
        ...{ title: leak.second.title, change: leak.second.change, ownerId: staff.manager.id },
        ...{ dueOn: nameOfDay(tale, LEAK_UNTIL), reviewOn: nameOfDay(tale, 84), expected: { measure, size: 0.6 } },
      },
    });
    kept.set('film', await lastAction(tale, params.id, leak.first.title));
    kept.set('pump', await lastAction(tale, params.id, leak.second.title));
  });
  tale.plan(on(tale, 50, 11), async () => {
    await stage.call(staff.manager, 'withdrawAction', {
      params: { id: kept.get('leak'), actionId: kept.get('film') },
      body: { reason: leak.first.withdrawn },
    });
  });
  for (let day = 37; day <= 68; day += 2)
    tale.plan(on(tale, day, 17), async () => (kept.has('leak') ? join(kept.get('leak')!) : undefined));
  tale.plan(on(tale, LEAK_UNTIL, 18), async () => {
    await stage.call(staff.manager, 'finishAction', {
      params: { id: kept.get('leak'), actionId: kept.get('pump') },
      body: { effectiveAt: new Date(on(tale, LEAK_UNTIL, 8)).toISOString() },
    });
  });
  // The first measurement begins by itself when the action is done; the analyst then says against what it is compared.
  for (const day of [LEAK_UNTIL + 1, LEAK_UNTIL + 4])
    tale.plan(on(tale, day, 10), async () => {
      const measure = { themes: ['packaging.leak'], products: [kept.get('serum')!] };
      // In a story told in days instead of months the measurement may not have begun at the first asking.
      await stage.ask(staff.analyst, 'planEffect', {
        params: { actionId: kept.get('pump') },
        body: { measure, control: await otherSkincare(tale), beforeDays: 28, washoutDays: 3, size: 0.6 },
      });
    });
  tale.plan(on(tale, 66, 15), async () => {
    await stage.call(staff.manager, 'resolveProblemCases', {
      params: { id: kept.get('leak') },
      body: { resolution: 'replaced', note: leak.note, message: leak.message, tell: true },
    });
    for (const deed of tale.onceCured.splice(0)) deed();
  });
}

function planLate(tale: Tale): void {
  const { stage, staff, kept } = tale;
  const { late } = words;
  const themes = ['logistics.late', 'logistics.not_shipped'];
  tale.plan(on(tale, 58, 14), async () => {
    const since = new Date(on(tale, 40, 0));
    const made = await stage.call(staff.analyst, 'openProblem', {
      body: {
        title: late.title,
        statement: late.statement,
        severity: 'medium',
        ownerId: staff.manager.id,
        themes,
        caseIds: (await casesOfTheme(tale, themes, null, since)).slice(0, 60),
      },
    });
    kept.set('late', made.id);
    await findCauses(tale, made.id, late.causes);
  });
  tale.plan(on(tale, 60, 11), async () => {
    const params = { id: kept.get('late')! };
    await stage.call(staff.manager, 'moveProblem', { params, body: { deed: 'act' } });
    await stage.call(staff.manager, 'addAction', {
      params,
      body: {
        ...{ title: late.action.title, change: late.action.change, ownerId: staff.agents[1]!.id },
        ...{ dueOn: nameOfDay(tale, 72), reviewOn: nameOfDay(tale, 86), expected: { measure: { themes }, size: 0.3 } },
      },
    });
    kept.set('night', await lastAction(tale, params.id, late.action.title));
  });
  tale.plan(on(tale, 73, 18), async () => {
    await stage.call(staff.manager, 'finishAction', {
      params: { id: kept.get('late'), actionId: kept.get('night') },
      body: { effectiveAt: new Date(on(tale, 73, 9)).toISOString() },
    });
  });
}
