// A shop with three weeks of voices and cases at every point of the loop, all of it through the doors of the product; for tests.
import type { TestApp } from '../../../../../test/harness/app.ts';
import { listCasesRoute, reopenCaseRoute, resolveCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { verifyCase } from '../../../act/cases/server/door.ts';
import { sendReplyRoute } from '../../../answer/conversations/core/conversation.contract.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';

const WORDS = [
  ['物流太慢了，等了十天还没到，要投诉', 1],
  ['质量很好，很软，会回购', 5],
  ['客服不理人，太差了，要求退款', 2],
  ['一般般，还可以', 3],
  ['用了以后过敏，脸都肿了，要投诉到12315', 1],
  ['包装破了，漏了一半', 2],
  ['建议出一个加大号', 4],
  ['The lid leaks and burned my hand, this is dangerous', 1],
  ['颜色和图片不一样，失望', 2],
  ['主播推荐得没错，性价比高', 5],
] as const;

export interface FilledShop {
  /** Case ids by what became of them. */
  replied: string[];
  resolved: string[];
  reopened: string[];
  verified: string[];
}

/** 60 voices over 20 days, some said twice; their cases answered, resolved, reopened and verified. Ends on 2026-03-04. */
export async function fillShop(app: TestApp): Promise<FilledShop> {
  const start = Date.parse('2026-02-10T03:00:00Z');
  const items = Array.from({ length: 60 }, (_, index) => {
    const [text, rating] = WORDS[index % WORDS.length]!;
    return {
      channel: (['review', 'chat', 'email'] as const)[index % 3]!,
      externalId: `v${index}`,
      text: index % 9 === 8 ? text : `${text}，第${index}次`,
      ...(index % 4 === 3 ? {} : { rating }),
      occurredAt: new Date(start + index * 8 * 3_600_000).toISOString(),
      product: { name: index % 2 ? '云朵被' : '云朵枕' },
      person: { externalId: `u${index % 25}`, email: `u${index % 25}@example.com` },
    };
  });
  const call = async (...input: Parameters<TestApp['as']['owner']['call']>) => {
    const answer = await app.as.owner.call(...input);
    if (answer.status >= 300) throw new Error(`${input[0].id}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await call(recordFeedbackBatchRoute, { body: { items } });
  await app.settle();
  const cases: { id: string }[] = (await call(listCasesRoute, { query: { sort: 'oldest', limit: 200 } })).items;
  const [replied, resolved, reopened, verified] = [
    cases.slice(0, 8),
    cases.slice(2, 6),
    cases.slice(2, 4),
    cases.slice(5, 6),
  ];
  const later = (hours: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + hours * 3_600_000);
  };
  for (const { id } of replied) {
    later(1);
    await call(sendReplyRoute, { params: { id }, body: { text: '您好，我们正在核实。' } });
  }
  for (const { id } of resolved) {
    later(2);
    await call(resolveCaseRoute, { params: { id }, body: { resolution: 'fixed' } });
  }
  await app.settle();
  later(3);
  for (const { id } of reopened) await call(reopenCaseRoute, { params: { id }, body: { reason: '还没好' } });
  await app.settle();
  for (const { id } of verified) {
    const done = await app.env.db.write((tx) => verifyCase(tx, app.env, { caseId: id, how: 'member', note: null }));
    if (!done.ok) throw new Error(done.reason);
  }
  await app.settle();
  const ids = (some: { id: string }[]) => some.map(({ id }) => id);
  return { replied: ids(replied), resolved: ids(resolved), reopened: ids(reopened), verified: ids(verified) };
}
