// One voice through all six stages to the published report, and a second one that was not content with the first answer.
import { expect } from 'vitest';
import type { BrowserApp, Language, Window } from '../harness/browser.ts';
import { isEvidence } from './closed-loop-evidence.story.ts';
import { isPublished } from './closed-loop-publish.story.ts';
import {
  barriers,
  button,
  calm,
  dialog,
  overflow,
  press,
  read,
  type Say,
  see,
  settled,
  visit,
  wordsOf,
} from './steps.ts';

/** What one customer says and hears. */
export interface Voice {
  name: string;
  email: string;
  text: string;
  /** what the engine must hear in it: a key under `text:aspect` */
  aspect: string;
  answer: string;
  resolution: string;
}

export interface Loop {
  language: Language;
  content: Voice;
  /** is not content with the first resolution */
  doubting: Voice & { complaint: string; second: string };
  problem: { title: string; cause: string; action: string };
  roadmap: { zh: string; en: string };
}

export interface LoopScene {
  app: BrowserApp;
  loop: Loop;
  say: Say;
  /** an agent at work on the cases */
  desk: Window;
  /** a manager, who sees the letters and publishes */
  office: Window;
  /** the two customers, whose browsers run no script */
  content: Window;
  doubting: Window;
  /** somebody with scripts who only looks, so that the rules of access can be tried */
  looker: Window;
}

/** Lives it through, by pages only. */
export async function closeTheLoop(app: BrowserApp, loop: Loop): Promise<void> {
  const { language } = loop;
  const agent = await app.member('agent', language === 'en' ? 'Joe Chow' : '周亦', language);
  const lead = await app.member('manager', language === 'en' ? 'Summer' : '孟夏', language);
  const scene: LoopScene = {
    app,
    loop,
    say: wordsOf(language),
    desk: await app.open({ language, member: agent }),
    office: await app.open({ language, member: lead }),
    content: await app.open({ language, scripts: false }),
    doubting: await app.open({ language, scripts: false }),
    looker: await app.open({ language }),
  };
  await speaks(scene, scene.content, loop.content);
  await speaks(scene, scene.doubting, loop.doubting);
  await isUnderstood(scene);
  await isTakenAndAnswered(scene, loop.content);
  await isExplained(scene);
  await isResolved(scene, loop.content.resolution);
  const link = await letterSays(scene, loop.content, loop.content.resolution);
  await isConfirmed(scene, scene.content, link);
  await isRatedWell(scene, link);
  await readsRounds(scene, ['verified']);
  await isDisputedAndSolved(scene);
  const { reportId } = await isPublished(scene);
  await isEvidence(scene, { link, reportId });
  calm(scene.desk, scene.office, scene.content, scene.doubting, scene.looker);
}

/** On the shop's public page: one star, a few words, an address for the answer. */
async function speaks({ app, say, looker }: LoopScene, { page }: Window, voice: Voice): Promise<void> {
  await page.goto('/p/shop-a');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(say('portal:home.say')) })
    .click();
  await see(page.getByRole('heading', { level: 1, name: say('portal:say.heading') }));
  await isOpenToAll(looker, page.url());
  await page.getByRole('radio', { name: say('portal:say.topics.quality') }).check({ force: true });
  await page.getByRole('radio', { name: say('portal:say.star.1'), exact: true }).check({ force: true });
  await page.getByLabel(say('portal:say.words')).fill(voice.text);
  await page.getByText(say('portal:say.contact')).click();
  await page.getByLabel(say('portal:say.name'), { exact: true }).fill(voice.name);
  await page.getByLabel(say('portal:say.email'), { exact: true }).fill(voice.email);
  await press(page, say('portal:say.send'));
  await see(page.getByRole('heading', { level: 1, name: say('portal:sent.heading') }));
  // Whoever types an address must not read there what its owner said: the link goes by letter.
  await read(page, say('portal:sent.address'));
  expect(await page.locator('a[href^="/s/"]').count()).toBe(0);
  await page
    .getByRole('main')
    .getByRole('link', { name: say('portal:sent.mine') })
    .click();
  await read(page, voice.text);
  await app.product.settle();
}

/** Nothing on this public page shuts anybody out, and nothing hangs over. */
export async function isOpenToAll({ page }: Window, address: string): Promise<void> {
  await page.goto(address);
  expect({ address, barriers: await barriers(page), over: await overflow(page) }).toEqual({
    address,
    barriers: [],
    over: 0,
  });
}

/** The voice as the engine read it: its class and what it is about. */
async function isUnderstood({ desk, say, loop }: LoopScene): Promise<void> {
  const { page } = desk;
  await visit(page, '/feedback');
  await page
    .getByRole('row')
    .filter({ hasText: loop.content.text.slice(0, 12) })
    .first()
    .click();
  const line = (label: string) =>
    page
      .locator('dl > div')
      .filter({ has: page.locator('dt').getByText(say(`pageunderstand:label.${label}`), { exact: true }) });
  await read(line('sentiment'), say('text:sentiment.negative'));
  await read(line('class'), new RegExp(`${say('ui:sentiment.negative')}|${say('ui:sentiment.urgent')}`));
  await read(line('aspects'), new RegExp(say(`text:aspect.${loop.content.aspect}`)));
}

/** The conversation of the case that is open at the desk. */
const caseOf = ({ desk, say }: LoopScene) => desk.page.getByRole('region', { name: say('deskcases:case.title') });

/** The case stands in the list without anybody having opened it; somebody takes it and answers. */
async function isTakenAndAnswered(scene: LoopScene, voice: Voice): Promise<void> {
  const { desk, say } = scene;
  const { page } = desk;
  await visit(page, '/cases');
  await page
    .getByRole('row')
    .filter({ hasText: voice.text.slice(0, 12) })
    .click();
  await read(caseOf(scene), voice.text);
  await settled(page);
  // What is urgent has found its owner by itself; the rest is taken.
  const take = button(caseOf(scene), say('deskcases:next.assign_me'));
  await see(take.or(button(caseOf(scene), say('deskcases:next.reply'))));
  if (await take.isVisible()) await take.click();
  await press(caseOf(scene), say('deskcases:next.reply'));
  await page.getByRole('textbox', { name: say('deskanswer:write.reply') }).fill(voice.answer);
  await press(page, new RegExp(`^${say('deskanswer:reply.send')}`));
  await see(caseOf(scene).getByRole('article').filter({ hasText: voice.answer }));
}

/** A manager puts the case under a problem, writes down why it came about, and what was done about it. */
async function isExplained({ desk, office, say, loop }: LoopScene): Promise<void> {
  const { page } = office;
  await visit(page, new URL(desk.page.url()).pathname + new URL(desk.page.url()).search);
  await page.getByRole('link', { name: say('pageproblems:ofCase.add') }).click();
  const opening = dialog(page, say('pageproblems:open.chosen', { count: 1 }));
  await opening.getByRole('textbox', { name: say('pageproblems:field.title') }).fill(loop.problem.title);
  await press(opening, say('pageproblems:open.deed'));
  await see(page.getByRole('heading', { level: 1, name: new RegExp(loop.problem.title) }));

  await press(page, say('pageproblems:causes.first'));
  const cause = dialog(page, say('pageproblems:causes.add'));
  await cause.getByRole('textbox', { name: say('pageproblems:causes.text') }).fill(loop.problem.cause);
  await cause.getByRole('radio', { name: say('pageproblems:standing.confirmed') }).check();
  await press(cause, say('pageproblems:save'));
  await cause.waitFor({ state: 'hidden' });
  await read(page.getByRole('main'), loop.problem.cause);

  await press(page, say('pageproblems:actions.add'));
  const plan = dialog(page, say('pageproblems:actions.add'));
  await plan.getByRole('textbox', { name: say('pageproblems:actions.name') }).fill(loop.problem.action);
  await press(plan, say('pageproblems:save'));
  await plan.waitFor({ state: 'hidden' });
  await press(page, say('pageproblems:actions.finish'));
  const finish = dialog(page, say('pageproblems:actions.finishTitle', { title: loop.problem.action }));
  await press(finish, say('pageproblems:actions.finish'));
  await finish.waitFor({ state: 'hidden' });
  await read(page.getByRole('main'), say('pageproblems:actionState.done'));
}

/** Settled, and the customer is told in words the desk saw before. */
async function isResolved(scene: LoopScene, message: string): Promise<void> {
  const { app, desk, say } = scene;
  const { page } = desk;
  await button(caseOf(scene), say('deskcases:next.resolve'))
    .or(button(caseOf(scene), say('deskcases:deed.resolve')))
    .first()
    .click();
  const box = page.getByRole('dialog').filter({ hasText: say('deskanswer:resolve.how') });
  await read(box, say('deskanswer:resolve.told', { count: 1 }));
  await box.getByLabel(say('deskanswer:resolve.message')).fill(message);
  await see(box.getByRole('region', { name: say('deskanswer:resolve.preview') }).getByText(message));
  await press(box, say('deskanswer:resolve.saveAndTell'));
  await box.waitFor({ state: 'hidden' });
  await read(caseOf(scene), say('ui:status.resolved'));
  await app.product.settle();
}

/** Without a mail server letters are kept where a lead can read them. @returns the personal link in the letter */
async function letterSays({ app, office, say }: LoopScene, to: Voice, words: string): Promise<string> {
  const { page } = office;
  await app.product.settle();
  await visit(page, '/settings/mail');
  const hint = to.email.replace(/^(.).*@/, '$1***@');
  await page.getByRole('grid').getByRole('row').filter({ hasText: hint }).first().click();
  const letter = page.getByRole('dialog');
  await read(letter, words);
  // The same letter asks how it went: five links, one tap.
  await read(letter, say('ratings:ask.question'));
  const text = await letter.innerText();
  expect(text.match(/\/r\/\S+\?score=[1-5]/g)).toHaveLength(5);
  const link = /http:\/\/\S+\/s\/\S+/.exec(text)?.[0];
  expect(link).toBeTruthy();
  await page.keyboard.press('Escape');
  await letter.waitFor({ state: 'hidden' });
  return link as string;
}

/** He says that it is solved, and the case becomes verified: his page says so, and so does the desk. */
async function isConfirmed(scene: LoopScene, { page }: Window, link: string): Promise<void> {
  const { app, say, looker } = scene;
  await isOpenToAll(looker, link);
  await page.goto(link);
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.resolved') }));
  await press(page, say('status:verdict.yes'));
  await read(page, say('status:said.yes'));
  await app.product.settle();
  await page.goto(link);
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.verified') }));
  await read(caseOf(scene), say('ui:status.verified'));
}

async function isRatedWell({ say, content }: LoopScene, link: string): Promise<void> {
  const { page } = content;
  const word = say('ratings:score.5');
  await press(page, say('ratings:page.give', { score: 5, word }));
  await see(page.getByRole('heading', { level: 1, name: say('ratings:page.thanks') }));
  await read(page, say('ratings:page.gave', { score: 5, word }));
  await page.getByRole('link', { name: say('ratings:page.back') }).click();
  await see(page.getByRole('heading', { level: 2, name: say('ratings:page.yours') }));
  expect(new URL(page.url()).pathname).toBe(new URL(link).pathname);
}

/** Beside the case stands each resolution and what came of it, the latest on top. */
async function readsRounds({ desk, say }: LoopScene, states: readonly ('verified' | 'disputed')[]): Promise<void> {
  const rounds = desk.page.locator('.verify-rounds > li');
  for (const [index, state] of states.entries()) {
    const line = rounds.filter({ hasText: say('pageverify:round', { count: states.length - index }) });
    await read(line, say(`pageverify:how.${state}.person`));
  }
  expect(await rounds.count()).toBe(states.length);
}

/** The second customer is not content: the case opens again, and only the second round is verified. */
async function isDisputedAndSolved(scene: LoopScene): Promise<void> {
  const { app, say, doubting, loop } = scene;
  const voice = loop.doubting;
  const { page } = doubting;
  await isTakenAndAnswered(scene, voice);
  await isResolved(scene, voice.resolution);
  const link = await letterSays(scene, voice, voice.resolution);
  await page.goto(link);
  await page.getByLabel(say('status:verdict.still')).fill(voice.complaint);
  await press(page, say('status:verdict.no'));
  await read(page, say('status:said.no'));
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.in_progress') }));
  await app.product.settle();
  // At the desk it is open again by itself, with his words in it and the round that did not help.
  await read(caseOf(scene).getByRole('article'), voice.complaint);
  await read(caseOf(scene), say('ui:status.open'));
  await readsRounds(scene, ['disputed']);
  await isResolved(scene, voice.second);
  await isConfirmed(scene, doubting, await letterSays(scene, voice, voice.second));
  await readsRounds(scene, ['verified', 'disputed']);
}
