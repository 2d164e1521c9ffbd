// The rest of the full house: letters, calls, orders, promises, fixes and publications, all by the doors of the product.
import type { BrowserApp } from '../harness/browser.ts';

type Call = (method: string, address: string, body?: unknown) => Promise<any>;

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

export interface LoopPages {
  /** questionnaire, rating and the public pages of the shop */
  publicPaths: string[];
}

/** Puts something into every room that came with the closing of the loop. */
export async function fillLoop(
  app: BrowserApp,
  key: string,
  about: { caseIds: string[]; formId: string; reportId: string },
): Promise<LoopPages> {
  const call: Call = (method, address, body) => app.api(key, method, address, body);
  await openWays(call);
  await sendSignals(call);
  await tellCalls(call);
  await app.product.settle();
  const [first, second, third] = about.caseIds as [string, string | undefined, string | undefined];
  await promiseAndCall(call, first);
  const doubted = second ? await settleCase(app, call, second, 'no') : null;
  const rating = third ? await settleCase(app, call, third, 'yes') : doubted;
  await publish(call, about.reportId);
  await call('POST', '/api/v1/insight/views', { name: '差评看主题', search: { rows: 'theme' }, shared: true });
  await call('POST', '/api/v1/evidence/audits');
  await app.product.settle();
  const form = await call('GET', `/api/v1/forms/${about.formId}`);
  const pages = ['', '/say', '/mine', '/roadmap', '/changelog', '/reports', '/verify'];
  return {
    publicPaths: [...pages.map((page) => `/p/shop-a${page}`), `/q/${form.key}`, ...(rating ? [rating] : [])],
  };
}

/** A mailbox, a site of the widget, a webhook at whose address nobody listens. */
async function openWays(call: Call): Promise<void> {
  await call('POST', '/api/v1/webhook-endpoints', { url: 'http://127.0.0.1:9/', note: '数据仓库' });
  await call('POST', '/api/v1/mailboxes', { address: 'service@shop-a.example', name: '售后', way: 'smtp' });
  await call('POST', '/api/v1/widget-sites', { name: '官网', origins: ['https://shop-a.example'] });
}

/** An order that was refunded without a word, one that went well, and a parcel that is late. */
async function sendSignals(call: Call): Promise<void> {
  const person = { externalId: 'buyer-7', name: '顾客七' };
  const lines = [{ sku: 'Y-0', name: '云朵羽绒被', qty: 1, amountMinor: 59900, currency: 'CNY' }];
  const money = { amountMinor: 59900, currency: 'CNY', lines };
  const items = [
    { kind: 'order_paid', orderNo: 'A-7001', occurredAt: ago(12), ...money },
    { kind: 'delivered', orderNo: 'A-7001', occurredAt: ago(10) },
    { kind: 'refund', orderNo: 'A-7001', occurredAt: ago(6), reason: '不想要了', ...money },
    { kind: 'order_paid', orderNo: 'A-7002', occurredAt: ago(5), ...money },
    { kind: 'delayed', orderNo: 'A-7002', occurredAt: ago(1) },
  ];
  await call('POST', '/api/v1/signals/batch', {
    items: items.map((item, index) => ({ ...item, externalId: `signal-${index}`, person })),
  });
}

/** A call in which the agent promised something. */
async function tellCalls(call: Call): Promise<void> {
  const turns = [
    { speaker: 'agent', text: '您好，请问有什么可以帮您' },
    { speaker: 'customer', text: '羽绒被收到就漏毛，太失望了，我要退货' },
    { speaker: 'agent', text: '非常抱歉，我们三天内给您退款' },
    { speaker: 'customer', text: '好的，麻烦尽快' },
  ];
  const customer = { externalId: 'caller-1', name: '顾客八' };
  await call('POST', '/api/v1/transcripts', {
    items: [{ id: 'call-1', channel: 'hotline', startedAt: ago(1), agent: '周亦', customer, turns }],
  });
}

async function promiseAndCall(call: Call, caseId: string): Promise<void> {
  await call('POST', `/api/v1/cases/${caseId}/promises`, { text: '三天内退款', due: { in: 3, unit: 'days' } });
  await call('POST', '/api/v1/callback-scripts', {
    name: '解决后回访',
    body: { 'zh-CN': '您好，请问被子的事解决了吗', en: 'Hello, is the matter of the duvet settled' },
  });
  await call('POST', `/api/v1/cases/${caseId}/callbacks`, { note: '下午三点后' });
}

/** Resolves a case and lets its customer say whether it helped. @returns the path of his rating, where he was asked */
async function settleCase(app: BrowserApp, call: Call, caseId: string, solved: 'yes' | 'no'): Promise<string | null> {
  const { items } = await call('GET', `/api/v1/cases/${caseId}/reporters`);
  const link = await call('POST', `/api/v1/cases/${caseId}/status-links`, { reporter: items[0].key });
  await call('POST', `/api/v1/cases/${caseId}/resolution`, { resolution: 'fixed', message: '已经为您处理' });
  await app.product.settle();
  const sent = await fetch(`${app.origin}${link.path}/verdict`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.origin },
    body: new URLSearchParams({ solved, text: solved === 'no' ? '还是漏毛' : '' }),
  });
  if (!sent.ok) throw new Error(await sent.text());
  await app.product.settle();
  return /\/r\/[\w.-]+/.exec(await (await fetch(`${app.origin}${link.path}`)).text())?.[0] ?? null;
}

/** A report of a period that is over, and what became of an item of the roadmap. */
async function publish(call: Call, reportId: string): Promise<void> {
  const report = await call('POST', '/api/v1/reports', { from: ago(40).slice(0, 10), to: ago(11).slice(0, 10) });
  await call('POST', `/api/v1/reports/${report.id}/publication`, { version: report.open.version });
  if (report.id === reportId) throw new Error('two reports were expected');
  const { items } = await call('GET', '/api/v1/roadmap');
  await call('PUT', `/api/v1/roadmap/${items[0].id}/stage`, {
    stage: 'complete',
    entry: { 'zh-CN': '针距恢复到三毫米', en: 'Three millimetres between stitches again' },
  });
}
