// The last stage of the loop: a report and an item of the roadmap that everybody may read.
import { expect } from 'vitest';
import { isOpenToAll, type LoopScene } from './closed-loop.story.ts';
import { dialog, press, read, see, settled, visit, wordsOf } from './steps.ts';

/** What is written down is drafted, looked over, and public only once a person has pressed publish. */
export async function isPublished(scene: LoopScene): Promise<{ reportId: string }> {
  const reportId = await isReported(scene);
  await isOnTheRoadmap(scene);
  return { reportId };
}

const DAY_MS = 86_400_000;
const shopDay = (at = new Date()) => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(at);

async function isReported(scene: LoopScene): Promise<string> {
  const { app, office, content, looker, say } = scene;
  const { page } = office;
  const today = shopDay();
  // Only a period that is over can be published: this is the morning after.
  app.advance(DAY_MS);
  await visit(page, '/reports');
  await press(page, say('pagereports:new'));
  const asking = dialog(page, say('pagereports:new'));
  await asking.getByRole('radio', { name: say('pagereports:period.other') }).check();
  await asking.getByLabel(say('pagereports:period.from'), { exact: true }).fill(`${today.slice(0, 8)}01`);
  await asking.getByLabel(say('pagereports:period.to'), { exact: true }).fill(today);
  await press(asking, say('pagereports:period.draft'));
  await page.waitForURL(/\/reports\/rpt_/);
  await settled(page);
  const reportId = new URL(page.url()).pathname.split('/').at(-1) as string;
  const path = `/p/shop-a/reports/${reportId}`;
  const answer = await content.context.request.get(path);
  expect(answer.status()).toBe(404);

  await press(page, say('pagereports:deed.publish'));
  const asked = page.locator('.ant-popover:visible');
  await read(asked, new RegExp(`${app.origin}${path}`));
  await press(asked, say('pagereports:deed.publish'));
  await read(page, say('pagereports:said.published'));
  await app.product.settle();

  // Anybody reads it, without a script, in both languages, and takes it away as a file.
  const reader = content.page;
  for (const language of ['zh-CN', 'en'] as const) {
    const words = wordsOf(language);
    await reader.goto(`/p/shop-a/reports?lang=${language}`);
    await reader.locator(`main a[href^="${path}"]`).click();
    await see(reader.getByRole('heading', { level: 2, name: words('reports:heading.voices') }));
    await read(reader, words('reports:metric.voices'));
    const href = await reader.getByRole('link', { name: words('reports:action.pdf') }).getAttribute('href');
    const file = await content.context.request.get(href as string);
    expect(file.headers()['content-type']).toBe('application/pdf');
    expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF');
    await isOpenToAll(looker, `${path}?lang=${language}`);
  }
  return reportId;
}

async function isOnTheRoadmap({ office, content, looker, say, loop }: LoopScene): Promise<void> {
  const { page } = office;
  const title = loop.language === 'en' ? loop.roadmap.en : loop.roadmap.zh;
  const field = (language: 'zh-CN' | 'en') =>
    page.getByLabel(`${say('roadmap:field.title')} · ${say(`roadmap:language.${language}`)}`);
  await visit(page, '/roadmap');
  await press(page, say('roadmap:new'));
  const making = dialog(page, say('roadmap:new'));
  await field('zh-CN').fill(loop.roadmap.zh);
  await field('en').fill(loop.roadmap.en);
  await press(making, say('roadmap:deed.save'));
  await making.waitFor({ state: 'hidden' });

  const reader = content.page;
  await reader.goto('/p/shop-a/roadmap');
  expect(await reader.getByText(title).count()).toBe(0);
  await page.locator('.roadmap-open').filter({ hasText: title }).click();
  const item = dialog(page, say('roadmap:edit'));
  await press(item, say('roadmap:deed.publish'));
  const asked = page.locator('.ant-popover:visible');
  await read(asked, /\/p\/shop-a\/roadmap/);
  await press(asked, say('roadmap:deed.publish'));
  await item.waitFor({ state: 'hidden' });
  await reader.goto('/p/shop-a/roadmap');
  await see(reader.getByRole('heading', { level: 3, name: new RegExp(title) }));
  await isOpenToAll(looker, '/p/shop-a/roadmap');
}
