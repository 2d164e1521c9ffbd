// A house with something in every room, so that every page has something to show; all of it came in by the doors of the product.
import iconv from 'iconv-lite';
import type { BrowserApp } from '../harness/browser.ts';
import { fillLive } from './full-house-live.ts';
import { fillLoop } from './full-house-loop.ts';
import { until } from './steps.ts';

export interface FullHouse {
  caseId: string;
  personId: string;
  feedbackId: string;
  importId: string;
  policyId: string;
  calendarId: string;
  ruleId: string;
  packId: string;
  formId: string;
  problemId: string;
  actionId: string;
  reportId: string;
  roomId: string;
  showId: string;
  drawId: string;
  draftDrawId: string;
  /** path of the reporter's page */
  status: string;
  /** questionnaire, rating and the shop's public pages */
  publicPaths: string[];
}

const VOICES = [
  {
    text: '羽绒被漏毛，客服三次没人理，我要投诉退款。电话 13812345678，快点联系我',
    email: 'xiaoman@example.com',
    rating: 1,
  },
  { text: '物流太慢，等了两周还没到，差评', email: 'ayi@example.com', rating: 2 },
  { text: '枕头很软，回弹好，孩子很喜欢，会回购', email: 'lele@example.com', rating: 5 },
  { text: '建议出一个加大号，床是两米二的', email: 'dada@example.com', rating: 4 },
  { text: 'The kettle leaks from the lid and burned my hand, this is dangerous', email: 'mia@example.com', rating: 1 },
  { text: '加微信 abc12345 免费领红包，点击链接 http://spam.example 秒到账，名额有限快来', email: 'ad@example.com' },
];

/** Fills the house of workspace A. */
export async function fillHouse(app: BrowserApp): Promise<FullHouse> {
  const key = await app.key('owner');
  const items = VOICES.map(({ email, ...voice }, index) => ({
    ...voice,
    channel: index % 2 ? 'review' : 'email',
    externalId: `voice-${index}`,
    orderNo: `24010${index}000111`,
    product: { name: index === 4 ? '云沸电热水壶' : '云朵羽绒被', sku: `Y-${index % 2}` },
    person: { email, name: `顾客${index + 1}` },
  }));
  const { results } = await app.api(key, 'POST', '/api/v1/feedback/batch', { items });
  await app.product.settle();
  const { items: cases } = await until(
    () => app.api(key, 'GET', '/api/v1/cases?sort=oldest'),
    (page) => page.items.length > 0,
    'cases are opened by rule',
  );
  const caseId: string = cases[0].id;
  await app.api(key, 'POST', `/api/v1/cases/${caseId}/notes`, { text: '先看同批次', mentions: [] });
  await app.api(key, 'POST', `/api/v1/cases/${caseId}/replies`, { text: '您好，我们正在核实，今天给您答复。' });
  const reporters = await app.api(key, 'GET', `/api/v1/cases/${caseId}/reporters`);
  const link = await app.api(key, 'POST', `/api/v1/cases/${caseId}/status-links`, { reporter: reporters.items[0].key });
  const form = new FormData();
  const table = 'text,rating\n质量很好,5\n发货慢,2\n,3\n';
  form.append('file', new Blob([new Uint8Array(iconv.encode(table, 'gb18030'))], { type: 'text/csv' }), '评价.csv');
  const sent = await fetch(`${app.origin}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  const made = (await sent.json()) as { id: string };
  if (!sent.ok) throw new Error(JSON.stringify(made));
  await app.product.settle();
  const formId = await openAnsweredForm(app, key);
  const pack = await app.api(key, 'POST', '/api/v1/review-packs', { day: new Date().toISOString().slice(0, 10) });
  await app.api(key, 'POST', `/api/v1/review-packs/${pack.id}/decisions`, { text: '羽绒被换成双层内胆' });
  const first = async (address: string) => (await app.api(key, 'GET', address)).items[0].id as string;
  const reportId = await openReport(app, key, caseId);
  const analysed = await openAnalysedProblem(app, key, caseId);
  const caseIds: string[] = cases.map((one: { id: string }) => one.id);
  const opened = await app.api(key, 'GET', `/api/v1/cases/${caseId}`);
  const loop = await fillLoop(app, key, { caseIds, formId, reportId });
  const { livePaths, ...live } = await fillLive((method, address, body) => app.api(key, method, address, body));
  return {
    caseId,
    personId: opened.personCard.id,
    feedbackId: results[0].id,
    importId: made.id,
    policyId: await first('/api/v1/clock-policies'),
    calendarId: await first('/api/v1/calendars'),
    ruleId: await first('/api/v1/rules'),
    packId: pack.id,
    formId,
    reportId,
    ...analysed,
    ...live,
    publicPaths: [...loop.publicPaths, ...livePaths],
    status: link.path,
  };
}

/** An open questionnaire that somebody answered to the end and somebody else has just begun. */
async function openAnsweredForm(app: BrowserApp, key: string): Promise<string> {
  const form = await app.api(key, 'POST', '/api/v1/forms', { name: '试用调查', template: 'product_trial' });
  await app.api(key, 'POST', `/api/v1/forms/${form.id}/opening`);
  await app.api(key, 'POST', `/api/v1/forms/${form.id}/triggers`, { event: 'case_resolved' });
  for (const [csat, wish] of [
    [2, '香味太浓，希望出无香的'],
    [5, null],
  ] as const) {
    const answers = { csat, parts: { rows: { feel: 4 } }, trouble: { options: ['none'] }, wish };
    const sent = await fetch(`${app.origin}/api/v1/public/forms/${form.key}/answers`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ answers, finish: true }),
    });
    if (!sent.ok) throw new Error(await sent.text());
  }
  await app.product.settle();
  return form.id;
}

/** A problem with a cause under a cause and a fix that went live, so that its effect is being measured. */
async function openAnalysedProblem(app: BrowserApp, key: string, caseId: string) {
  const problem = await app.api(key, 'POST', '/api/v1/problems', {
    title: '羽绒被漏毛',
    statement: '新批次针脚偏疏',
    themes: ['quality.defect'],
    caseIds: [caseId],
  });
  const address = `/api/v1/problems/${problem.id}`;
  const bone = await app.api(key, 'POST', `${address}/causes`, {
    text: '针距放宽',
    category: 'process',
    caseIds: [caseId],
  });
  await app.api(key, 'POST', `${address}/causes`, {
    text: '换线时没有首件检验',
    parentId: bone.causes[0].id,
    standing: 'confirmed',
  });
  const reviewOn = new Date(Date.now() + 42 * 86_400_000).toISOString().slice(0, 10);
  const planned = await app.api(key, 'POST', `${address}/actions`, {
    title: '恢复首件检验',
    reviewOn,
    expected: { measure: { themes: ['quality.defect'] } },
  });
  const actionId: string = planned.correctiveActions[0].id;
  const effectiveAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
  await app.api(key, 'POST', `${address}/actions/${actionId}/done`, { effectiveAt });
  await app.product.settle();
  return { problemId: problem.id as string, actionId };
}

/** A drafted report, and an item of the roadmap that stands for a case. */
async function openReport(app: BrowserApp, key: string, caseId: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const report = await app.api(key, 'POST', '/api/v1/reports', { from: `${today.slice(0, 8)}01`, to: today });
  const item = await app.api(key, 'POST', '/api/v1/roadmap/drafts', { kind: 'case', id: caseId });
  await app.api(key, 'POST', `/api/v1/roadmap/${item.id}/publication`);
  return report.id;
}
