// Who reported a case, each once, the one who spoke last first.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { reportersOf } from '../../../act/cases/server/door.ts';

export interface Reporter {
  /** Person id, or feedback id where nobody knows who spoke. */
  key: string;
  personId: string | null;
  /** His voices in this case, newest first. */
  feedbackIds: string[];
  /** The channel of his latest word: a voice, or an answer on the status page. */
  channel: string;
  /** The latest voice. */
  feedbackId: string | null;
  lastAt: Date;
  /** The language of his latest voice: as the channel said it, else as it reads. */
  voiceLocale: string | null;
}

interface Voice {
  id: string;
  channel: string;
  occurredAt: Date;
  locale: string | null;
}

interface Word {
  reporter: string;
  channel: string;
  at: Date;
}

/** Every reporter of a case; two entries of one person are one reporter, and each voice of nobody known is its own. */
export async function readReporters(tx: Tx, caseId: string): Promise<Reporter[]> {
  const entries = await reportersOf(tx, caseId);
  const feedbackIds = entries.flatMap((entry) => entry.feedbackIds);
  const voices = new Map(
    (
      await tx.rows<Voice>(sql`
        SELECT f.id, f.channel, f.occurred_at AS "occurredAt",
          coalesce(f.locale, CASE j.language WHEN 'zh' THEN 'zh-CN' WHEN 'en' THEN 'en' END) AS locale
        FROM feedback_facts f
        LEFT JOIN judgements_facts j ON j.workspace_id = f.workspace_id AND j.feedback_id = f.id
        WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${feedbackIds}::text[])`)
    ).map((voice) => [voice.id, voice]),
  );
  const words = await tx.rows<Word>(sql`
    SELECT DISTINCT ON (reporter) reporter, channel, at FROM messages_facts
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} AND kind = 'message'
    ORDER BY reporter, at DESC`);
  const said = new Map(words.map((word) => [word.reporter, word]));
  const byKey = new Map<string, { personId: string | null; ids: Set<string>; channel: string }>();
  for (const entry of entries) {
    const keys = entry.personId ? [entry.personId] : entry.feedbackIds;
    for (const key of keys) {
      const known = byKey.get(key) ?? { personId: entry.personId, ids: new Set<string>(), channel: entry.channel };
      for (const id of entry.personId ? entry.feedbackIds : [key]) known.ids.add(id);
      byKey.set(key, known);
    }
  }
  return [...byKey]
    .map(([key, { personId, ids, channel }]) => {
      const own = [...ids]
        .flatMap((id) => voices.get(id) ?? [])
        .sort((one, other) => other.occurredAt.getTime() - one.occurredAt.getTime());
      const word = said.get(key);
      const latest = own[0];
      const spokeOnPage = word && (!latest || word.at >= latest.occurredAt);
      return {
        key,
        personId,
        feedbackIds: own.map((voice) => voice.id),
        channel: spokeOnPage ? word.channel : (latest?.channel ?? channel),
        feedbackId: latest?.id ?? null,
        lastAt: spokeOnPage ? word.at : (latest?.occurredAt ?? new Date(0)),
        voiceLocale: latest?.locale ?? null,
      };
    })
    .sort((one, other) => other.lastAt.getTime() - one.lastAt.getTime() || (one.key < other.key ? -1 : 1));
}
