// A receipt taken away by a customer, checked by the shop's page, by a saved page without a network, and by the checker itself.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { checkEvidence } from '../../src/loop/publish/evidence/core/check-evidence.ts';
import { isOpenToAll, type LoopScene } from './closed-loop.story.ts';
import { calm, press, read, see } from './steps.ts';

/** @param about.link the content customer's personal page */
export async function isEvidence(scene: LoopScene, about: { link: string; reportId: string }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-receipt-'));
  try {
    const { sound, changed } = await isTakenAway(scene, about.link, folder);
    await isCheckedHere(scene, sound, changed);
    await isCheckedOffline(scene, folder, sound, changed);
    await isReportSealed(scene, about.reportId);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isTakenAway(scene: LoopScene, link: string, folder: string) {
  const { app, content, say, loop } = scene;
  const { page } = content;
  await app.product.settle();
  await page.goto(link);
  const sound = path.join(folder, 'receipt.json');
  await save(page, say('evidence:receipt.take'), sound);
  const text = readFileSync(sound, 'utf8');
  const checked = checkEvidence(JSON.parse(text));
  expect(checked).toMatchObject({ isSound: true, found: [] });
  // All that happened to his voice is in it, and nothing of the other customer.
  const told = checked.file!.entries.map((entry) => entry.content.what);
  for (const what of [
    'feedback.received',
    'case.opened',
    'reply.sent',
    'case.resolved',
    'rating.given',
    'fix.verified',
  ])
    expect(told).toContain(what);
  expect(text).not.toContain(loop.doubting.text);
  expect(text).not.toContain(loop.content.email);
  const changed = path.join(folder, 'changed.json');
  // One letter of what he said.
  const first = loop.content.text.slice(0, 1);
  writeFileSync(
    changed,
    text.replace(loop.content.text, loop.content.text.replace(first, first === '羽' ? '鸭' : 'X')),
  );
  expect(readFileSync(changed, 'utf8')).not.toBe(text);
  expect(checkEvidence(JSON.parse(readFileSync(changed, 'utf8')))).toMatchObject({
    isSound: false,
    found: [{ fault: 'content_changed' }],
  });
  return { sound, changed };
}

/** Presses a link that hands out a file. */
async function save(page: Page, name: string, file: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download') as Promise<Download>,
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  await download.saveAs(file);
}

/** The shop's own page, without a script. */
async function isCheckedHere({ content, looker, say, loop }: LoopScene, sound: string, changed: string): Promise<void> {
  const { page } = content;
  await page.goto('/p/shop-a/verify');
  await page.getByLabel(say('evidence:page.file')).setInputFiles(sound);
  await press(page, say('evidence:page.check'));
  await see(page.getByRole('heading', { level: 2, name: say('evidence:verdict.sound'), exact: true }));
  await read(page.locator('blockquote'), loop.content.text);
  await page.getByLabel(say('evidence:page.file')).setInputFiles(changed);
  await press(page, say('evidence:page.check'));
  await see(page.getByRole('heading', { level: 2, name: say('evidence:verdict.broken') }));
  await read(page, new RegExp(say('evidence:fault.content_changed')));
  await isOpenToAll(looker, '/p/shop-a/verify');
}

/** The checker as a file on a disk, in a browser that has no network. */
async function isCheckedOffline(scene: LoopScene, folder: string, sound: string, changed: string): Promise<void> {
  const { app, content, say, loop } = scene;
  const built = await content.context.request.get('/verify.html');
  expect(built.status(), 'the checker is built: `npx vite build -c vite.check.config.ts`, or `npm test`').toBe(200);
  await content.page.goto('/p/shop-a/verify');
  const checker = path.join(folder, 'checker.html');
  await save(content.page, say('evidence:page.offline'), checker);
  const away = await app.open({ language: loop.language });
  await away.context.setOffline(true);
  const { page } = away;
  await page.goto(pathToFileURL(checker).href);
  await see(page.getByRole('heading', { level: 1, name: say('evidence:offline.title') }));
  const choose = page.getByLabel(say('evidence:offline.choose'));
  await choose.setInputFiles(sound);
  await see(page.getByRole('heading', { level: 2, name: say('evidence:verdict.sound'), exact: true }));
  await read(page.locator('blockquote'), loop.content.text);
  await choose.setInputFiles(changed);
  await see(page.getByRole('heading', { level: 2, name: say('evidence:verdict.broken') }));
  await read(page, new RegExp(say('evidence:fault.content_changed')));
  calm(away);
}

/** What was published is in the same log, under the same key. */
async function isReportSealed({ app, content }: LoopScene, reportId: string): Promise<void> {
  const head = await content.context.request.get('/p/shop-a/evidence/head.json');
  const answer = await content.context.request.get(`/p/shop-a/reports/${reportId}/evidence.json`);
  expect(answer.status(), `${app.origin} hands out the evidence of the report`).toBe(200);
  const { key } = (await head.json()) as { key: string };
  const checked = checkEvidence(await answer.json(), key);
  expect(checked).toMatchObject({ isSound: true, found: [] });
  expect(checked.file!.entries.map((entry) => entry.content.what)).toContain('report.published');
}
