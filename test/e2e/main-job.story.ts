// The main job from arrival to the customer's last word, told once and lived in both languages and both widths.
import { expect } from 'vitest';
import type { BrowserApp, Language, Window } from '../harness/browser.ts';
import { button, calm, dialog, press, read, type Say, see, settled, until, visit, wordsOf } from './steps.ts';

export interface Telling {
  language: Language;
  size: { width: number; height: number };
  /** a desk works by keyboard, a phone by touch */
  byKeys: boolean;
  voice: string;
  person: { name: string; email: string };
  note: string;
  /** the beginning of a template's shortcut or name, as typed after the slash */
  template: string;
  message: string;
  complaint: string;
}

/** Lives it through. Leaves nothing but the closed loop behind. */
export async function workACase(app: BrowserApp, telling: Telling): Promise<void> {
  const { language, size } = telling;
  const say = wordsOf(language);
  const agent = await app.member('agent', language === 'en' ? 'Joe Chow' : '周亦', language);
  const lead = await app.member('manager', language === 'en' ? 'Summer' : '孟夏', language);
  const desk = await app.open({ language, size, member: agent });
  const office = await app.open({ language, member: lead });
  const reporter = await app.open({ language, size, scripts: false });
  const scene: Scene = { app, telling, say, desk, office, reporter, agent: agent.name, lead: lead.name };

  await arrives(scene);
  await isOpened(scene);
  await isTaken(scene);
  await isNoted(scene);
  await isAnswered(scene);
  await isResolved(scene, 1, telling.message);
  const link = await lettersAreKept(scene);
  await isDisputed(scene, link);
  await isResolved(scene, 2, null);
  await isConfirmed(scene, link);
  await wasToldOnce(scene);
  calm(desk, office, reporter);
}

interface Scene {
  app: BrowserApp;
  telling: Telling;
  say: Say;
  desk: Window;
  office: Window;
  reporter: Window;
  agent: string;
  lead: string;
}

/** The list stands empty; the voice comes in by the API and its case appears by itself. */
async function arrives({ app, telling, say, desk }: Scene): Promise<void> {
  await visit(desk.page, '/cases');
  await read(desk.page, say('deskcases:empty.title'));
  await until(
    async () => app.product.tools.stream.readers(),
    (count) => count > 0,
    'the page listens for news',
  );
  const key = await app.key('agent');
  const { person } = telling;
  const sent = await app.api(key, 'POST', '/api/v1/feedback', {
    channel: 'email',
    externalId: `letter-${telling.language}-1`,
    text: telling.voice,
    person: { email: person.email, name: person.name, locale: telling.language },
  });
  expect(sent).toMatchObject({ outcome: 'recorded' });
  await see(rowOf(desk, telling));
}

const rowOf = (desk: Window, telling: Telling) =>
  desk.page.getByRole('row').filter({ hasText: telling.voice.slice(0, 12) });

/** The conversation of the open case; on a phone it fills the screen. */
const caseOf = ({ desk, say }: Scene) => desk.page.getByRole('region', { name: say('deskcases:case.title') });

/** On a phone, who and by when stand on a page of their own. */
async function besideCase<T>(scene: Scene, look: () => Promise<T>): Promise<T> {
  if (scene.telling.byKeys) return look();
  await press(scene.desk.page, scene.say('deskcases:case.aside'));
  const seen = await look();
  await press(scene.desk.page, scene.say('deskcases:case.title'));
  return seen;
}

async function isOpened(scene: Scene): Promise<void> {
  const { desk, telling } = scene;
  if (telling.byKeys) {
    await desk.page.keyboard.press('j');
    await desk.page.keyboard.press('Enter');
  } else await rowOf(desk, telling).click();
  await read(caseOf(scene), telling.voice);
  await settled(desk.page);
}

async function isTaken(scene: Scene): Promise<void> {
  const { desk, say, telling } = scene;
  if (telling.byKeys) {
    await desk.page.keyboard.press('a');
    const box = dialog(desk.page, say('deskcases:assign.title', { count: 1 }));
    await see(box);
    await desk.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  } else await press(caseOf(scene), say('deskcases:next.assign_me'));
  // Once somebody owns it, the next thing is to answer.
  await see(button(caseOf(scene), say('deskcases:next.reply')));
}

async function isNoted(scene: Scene): Promise<void> {
  const { desk, office, say, telling, lead } = scene;
  await visit(office.page, '/cases');
  const { page } = desk;
  if (telling.byKeys) await page.keyboard.press('n');
  else await press(caseOf(scene), new RegExp(`^${say('deskanswer:write.note')}`));
  const field = page.getByLabel(say('deskcases:note.label'));
  await field.pressSequentially(`@${lead.slice(0, 1)}`);
  await page.locator('.ant-mentions-dropdown:visible').getByText(lead).click();
  await field.pressSequentially(telling.note);
  await press(page, say('deskcases:note.save'));
  await see(caseOf(scene).getByRole('article').filter({ hasText: telling.note }).filter({ hasText: lead }));
  // The one who was called hears of it without asking.
  await see(button(office.page, say('deskcases:bell.some', { count: 1 })));
}

async function isAnswered(scene: Scene): Promise<void> {
  const { desk, say, telling } = scene;
  const { page } = desk;
  if (telling.byKeys) await page.keyboard.press('r');
  else await press(caseOf(scene), say('deskcases:next.reply'));
  const field = page.getByRole('textbox', { name: say('deskanswer:write.reply') });
  await field.pressSequentially(`/${telling.template}`);
  await page.getByRole('option').filter({ hasText: telling.template }).first().click();
  await until(
    () => field.inputValue(),
    (text) => text.includes(telling.person.name) && !text.includes('{{'),
    'the template is filled with the name of the person',
  );
  await press(page, new RegExp(`^${say('deskanswer:reply.send')}`));
  await read(page, say('deskanswer:reply.sentBy.kept'));
  const said = caseOf(scene)
    .getByRole('article')
    .filter({ hasText: say('deskanswer:said.reply') });
  await read(said, say('deskanswer:delivery.kept'));
  await read(caseOf(scene), say('ui:status.pending'));
}

async function isResolved(scene: Scene, round: number, message: string | null): Promise<void> {
  const { desk, say, telling } = scene;
  const { page } = desk;
  if (telling.byKeys) await page.keyboard.press('e');
  else
    await button(caseOf(scene), say('deskcases:next.resolve'))
      .or(button(caseOf(scene), say('deskcases:deed.resolve')))
      .first()
      .click();
  const box = page.getByRole('dialog').filter({ hasText: say('deskanswer:resolve.how') });
  await read(box, say('deskanswer:resolve.told', { count: 1 }));
  if (message) {
    await box.getByLabel(say('deskanswer:resolve.message')).fill(message);
    // What the customer will read is shown before it is sent.
    await see(box.getByRole('region', { name: say('deskanswer:resolve.preview') }).getByText(message));
  }
  await press(box, say('deskanswer:resolve.saveAndTell'));
  await box.waitFor({ state: 'hidden' });
  await read(caseOf(scene), say('ui:status.resolved'));
  // What was told stands in the conversation, under the name of the product.
  const told = caseOf(scene)
    .getByRole('article')
    .filter({ hasText: say('deskanswer:said.notice') });
  await until(
    () => told.filter({ hasText: say('deskanswer:said.product') }).count(),
    (count) => count === round,
    `${round} notices stand in the conversation`,
  );
}

/** Without a mail server letters are kept where a lead can read them. @returns the secret link in the letter */
async function lettersAreKept({ app, office, say, telling }: Scene): Promise<string> {
  const { page } = office;
  await until(
    () => app.db.asOwner(`SELECT 1 FROM mails WHERE body_text LIKE '%' || $1 || '%'`, [telling.message]),
    (rows) => rows.length === 1,
    'the letter that tells of the resolution is written',
  );
  await visit(page, '/settings/mail');
  await read(page, say('pagesettings:mail.title'));
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: '@example.com' });
  await until(
    () => rows.count(),
    (count) => count === 2,
    'both letters are listed',
  );
  await rows.first().click();
  const letter = page.getByRole('dialog');
  await read(letter, telling.message);
  const link = /http:\/\/\S+\/s\/\S+/.exec(await letter.innerText())?.[0];
  expect(link).toBeTruthy();
  await page.keyboard.press('Escape');
  await letter.waitFor({ state: 'hidden' });
  return link as string;
}

/** A page without scripts asks whether it is solved, and hears that it is not. */
async function isDisputed(scene: Scene, link: string): Promise<void> {
  const { reporter, say, telling, desk, agent } = scene;
  const { page } = reporter;
  await page.goto(link);
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.resolved') }));
  await read(page, telling.message);
  await read(page, agent);
  await read(page, telling.voice);
  await page.getByLabel(say('status:verdict.still')).fill(telling.complaint);
  await press(page, say('status:verdict.no'));
  await read(page, say('status:said.no'));
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.in_progress') }));
  // At the desk the case is open again with the words in it, without a reload.
  await read(caseOf(scene).getByRole('article'), telling.complaint);
  await read(caseOf(scene), say('ui:status.open'));
  await see(button(desk.page, new RegExp(say('deskcases:next.reply'))));
}

async function isConfirmed(scene: Scene, link: string): Promise<void> {
  const { app, reporter, say, desk } = scene;
  const { page } = reporter;
  await until(
    () => noticesOf(app, scene),
    (count) => count === 2,
    'the second notice is written',
  );
  await page.goto(link);
  await press(page, say('status:verdict.yes'));
  await read(page, say('status:said.yes'));
  // The gate hears his yes a moment later and calls the case checked: a page read before that thanks him, one read after it says so.
  await app.product.settle();
  await page.goto(link);
  await see(page.getByRole('heading', { level: 1, name: say('status:headline.verified') }));
  await besideCase(scene, () => read(desk.page, say('deskanswer:notice.solved')));
}

const noticesOf = async (app: BrowserApp, { telling }: Scene): Promise<number> => {
  const [row] = await app.db.asOwner<{ count: string }>(
    `SELECT count(*) FROM notices n JOIN people p ON p.id = n.person_id WHERE p.name = $1`,
    [telling.person.name],
  );
  return Number(row?.count);
};

/** One notice for each resolution, one letter for each notice, and one for the reply. */
async function wasToldOnce(scene: Scene): Promise<void> {
  const { app, telling } = scene;
  await app.product.settle();
  const rounds = await app.db.asOwner<{ resolution: number; count: string }>(
    `SELECT n.resolution, count(*) FROM notices n JOIN people p ON p.id = n.person_id
     WHERE p.name = $1 GROUP BY n.resolution ORDER BY n.resolution`,
    [telling.person.name],
  );
  expect(rounds.map((one) => [one.resolution, Number(one.count)])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const [mails] = await app.db.asOwner<{ count: string }>(
    `SELECT count(*) FROM mails WHERE to_hint LIKE '%@example.com'`,
  );
  expect(Number(mails?.count)).toBe(3);
}
