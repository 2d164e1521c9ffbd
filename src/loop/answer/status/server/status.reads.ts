// Gathers what a reporter may see of his own case, and nothing else.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { eventsOf } from '../../../../platform/events/event.reads.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { PublicStage } from '../../../act/cases/core/case.contract.ts';
import { clocksOf } from '../../../act/clocks/server/door.ts';
import type { PhotoView } from '../../../collect/photos/core/photo.contract.ts';
import { photosOf } from '../../../collect/photos/server/door.ts';
import { type PageWord, wordsWith } from '../../conversations/server/door.ts';
import {
  type CaseFacts,
  type Reporter,
  readLivingCase,
  readShop,
  resolutionNumber,
  type ShopFacts,
} from '../../desk/server/door.ts';
import type { OpenedLink } from '../../links/server/door.ts';
import { type PagePromise, promisesTo } from '../../promises/server/door.ts';
import { type PublicStep, publicSteps, STEP_EVENTS } from '../core/page-steps.ts';

export interface OwnVoice {
  id: string;
  channel: string;
  text: string;
  title: string | null;
  rating: number | null;
  productName: string | null;
  at: Date;
  receivedAt: Date;
  locale: string | null;
  photos: PhotoView[];
}

export interface StatusFacts {
  shop: ShopFacts;
  /** Null while the voice is no case yet. */
  found: CaseFacts | null;
  stage: PublicStage;
  steps: PublicStep[];
  voices: OwnVoice[];
  words: PageWord[];
  /** When the next answer, and the end, were promised. */
  answerBy: Date | null;
  solvedBy: Date | null;
  /** What members promised him in so many words. */
  promises: PagePromise[];
  /** What he said of the latest resolution. */
  verdict: boolean | null;
  resolution: number;
  person: { name: string | null; locale: string | null } | null;
  reporter: Reporter;
  /** The case of the link and the one it was merged into. */
  caseIds: string[];
}

/** Everything for the page, or nothing when the link's subject holds nothing of this reporter (any more). */
export async function readStatus(
  tx: Tx,
  sealer: Sealer,
  link: OpenedLink,
  now: Date,
): Promise<StatusFacts | undefined> {
  const caseId = await caseOf(tx, link.subject);
  const found = caseId ? ((await readLivingCase(tx, caseId)) ?? null) : null;
  const voices = await voicesOf(tx, link, found);
  const caseIds = found ? [...new Set([caseId!, found.id])] : [];
  const words = found ? await wordsWith(tx, sealer, link.reporter, caseIds) : [];
  const first = voices[0];
  if (!first && words.length === 0) return undefined;
  const latest = voices.at(-1);
  const personId = link.reporter.startsWith('per_') ? link.reporter : null;
  const person = personId
    ? await tx.maybe<{ name: string | null; locale: string | null }>(
        sql`SELECT name, locale FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
      )
    : undefined;
  const stage = found?.publicStage ?? 'received';
  const history = found ? await eventsOf(tx, [found.id], STEP_EVENTS) : [];
  const receivedMs = (first?.receivedAt ?? found?.openedAt ?? new Date(0)).getTime();
  const resolution = found ? await resolutionNumber(tx, found.id) : 0;
  return {
    shop: await readShop(tx),
    found,
    stage,
    steps: publicSteps(
      receivedMs,
      stage,
      history.map((event) => ({ type: event.type, data: event.data, atMs: event.at.getTime() })),
    ),
    voices,
    words,
    ...(await promisesOf(tx, found, now)),
    promises: found ? await promisesTo(tx, personId, caseIds) : [],
    verdict: found ? await verdictOf(tx, found.id, resolution, link.reporter) : null,
    resolution,
    person: person ?? null,
    reporter: {
      key: link.reporter,
      personId,
      feedbackIds: voices.map((voice) => voice.id).reverse(),
      channel: 'portal',
      feedbackId: latest?.id ?? null,
      lastAt: latest?.at ?? new Date(0),
      voiceLocale: latest?.locale ?? null,
    },
    caseIds,
  };
}

async function caseOf(tx: Tx, subject: string): Promise<string | null> {
  if (subject.startsWith('case_')) return subject;
  const row = await tx.maybe<{ case_id: string }>(sql`
    SELECT case_id FROM case_feedback_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${subject} LIMIT 1`);
  return row?.case_id ?? null;
}

/** His voices in this case, or the one voice of a link that is no case yet; oldest first, at most 50. */
async function voicesOf(tx: Tx, link: OpenedLink, found: CaseFacts | null): Promise<OwnVoice[]> {
  const columns = sql`f.id, f.channel, f.text, f.title, f.rating, p.name AS "productName", f.occurred_at AS at,
    f.received_at AS "receivedAt", f.locale`;
  const product = sql`LEFT JOIN products_facts p ON p.workspace_id = f.workspace_id AND p.id = f.product_id`;
  const his = sql`(f.person_id = ${link.reporter} OR f.id = ${link.reporter})`;
  const rows = found
    ? await tx.rows<Omit<OwnVoice, 'photos'>>(sql`
        SELECT ${columns} FROM case_feedback_facts cf
        JOIN feedback_facts f ON f.workspace_id = cf.workspace_id AND f.id = cf.feedback_id ${product}
        WHERE cf.workspace_id = ${tx.workspaceId} AND cf.case_id = ${found.id} AND ${his}
        ORDER BY f.occurred_at DESC, f.id DESC LIMIT 50`)
    : await tx.rows<Omit<OwnVoice, 'photos'>>(sql`
        SELECT ${columns} FROM feedback_facts f ${product}
        WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ${link.subject} AND ${his}`);
  const photos = await photosOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.reverse().map((row) => ({ ...row, photos: photos.filter((photo) => photo.feedbackId === row.id) }));
}

async function promisesOf(
  tx: Tx,
  found: CaseFacts | null,
  now: Date,
): Promise<{ answerBy: Date | null; solvedBy: Date | null }> {
  if (!found || (found.publicStage !== 'received' && found.publicStage !== 'in_progress')) {
    return { answerBy: null, solvedBy: null };
  }
  const clocks = (await clocksOf(tx, [found.id], now)).get(found.id) ?? [];
  const due = (kinds: readonly string[]) =>
    clocks
      .filter((clock) => kinds.includes(clock.kind) && clock.dueAt !== null && clock.endedAt === null)
      .map((clock) => new Date(clock.dueAt!))
      .sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
  return { answerBy: due(['frt', 'nrt']), solvedBy: due(['rt']) };
}

async function verdictOf(tx: Tx, caseId: string, resolution: number, reporter: string): Promise<boolean | null> {
  const row = await tx.maybe<{ solved: boolean }>(sql`
    SELECT solved FROM verdicts WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId}
      AND resolution = ${resolution} AND reporter = ${reporter}`);
  return row?.solved ?? null;
}
