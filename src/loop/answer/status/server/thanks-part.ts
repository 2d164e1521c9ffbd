// Puts the form for thanks on the reporter's page, where it is known who he is.
import { readThanks, type ThanksForm, thanksForm } from '../../../../ground/people/server/door.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { Html } from '../../../../platform/pages/html.ts';
import type { OpenedLink } from '../../links/server/door.ts';

type Code = NonNullable<ThanksForm['problem']>['code'];
const CODES: readonly Code[] = [
  'missing_nickname',
  'too_large_nickname',
  'invalid_nickname',
  'personal_nickname',
  'indecent_nickname',
  'reserved_nickname',
];

/** @param page.said what the address says was just done or was wrong */
export async function thanksPart(
  db: WorkspaceDb,
  link: OpenedLink,
  page: { path: string; language: Language; said: unknown },
): Promise<Html | null> {
  if (!link.reporter.startsWith('per_')) return null;
  const thanks = await db.read((tx) => readThanks(tx, link.reporter));
  if (!thanks) return null;
  const { language, said } = page;
  const code = CODES.find((one) => one === said);
  return thanksForm({
    language,
    action: `${page.path}/thanks?lang=${language}`,
    thanks,
    said: said === 'thanked' || said === 'unthanked' ? said : null,
    problem: code ? { code, text: '' } : null,
  });
}
