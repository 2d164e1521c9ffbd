// Takes a person's voices out of what public ideas rest on, and his words out of what was written there.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { quoteFinder, withoutQuotes } from '../../../../text/quoting.ts';

type Words = Record<'titleZh' | 'titleEn' | 'textZh' | 'textEn', string>;

export const roadmapKeeper: PersonKeeper<Tx> = {
  name: 'roadmap',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT l.target_id AS "feedbackId", i.title_zh AS "titleZh", i.title_en AS "titleEn"
      FROM roadmap_links l JOIN roadmap_items i ON i.workspace_id = l.workspace_id AND i.id = l.item_id
      JOIN feedback_facts f ON f.workspace_id = l.workspace_id AND f.id = l.target_id
      WHERE l.workspace_id = ${tx.workspaceId} AND l.kind = 'feedback' AND f.person_id = ${personId} ORDER BY l.target_id`);
    return [{ section: 'roadmap', rows }];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    await tx.run(sql`
      DELETE FROM roadmap_links l USING feedback_facts f
      WHERE l.workspace_id = ${tx.workspaceId} AND l.kind = 'feedback' AND f.workspace_id = l.workspace_id AND f.id = l.target_id
        AND f.person_id = ${personId}`);
    const quotes = quoteFinder(traces.words);
    const items = await tx.rows<{ id: string; words: Words }>(sql`
      SELECT id, jsonb_build_object('titleZh', title_zh, 'titleEn', title_en, 'textZh', text_zh, 'textEn', text_en) AS words
      FROM roadmap_items WHERE workspace_id = ${tx.workspaceId}`);
    for (const item of items) {
      const words = withoutQuotes(item.words, quotes);
      if (words === item.words) continue;
      await tx.run(sql`
        UPDATE roadmap_items SET title_zh = ${words.titleZh}, title_en = ${words.titleEn}, text_zh = ${words.textZh}, text_en = ${words.textEn}
        WHERE workspace_id = ${tx.workspaceId} AND id = ${item.id}`);
    }
    const entries = await tx.rows<{ id: string; words: Record<'zh' | 'en', string> }>(sql`
      SELECT id, jsonb_build_object('zh', text_zh, 'en', text_en) AS words FROM changelog_entries WHERE workspace_id = ${tx.workspaceId}`);
    for (const entry of entries) {
      const words = withoutQuotes(entry.words, quotes);
      if (words === entry.words) continue;
      await tx.run(sql`
        UPDATE changelog_entries SET text_zh = ${words.zh}, text_en = ${words.en}
        WHERE workspace_id = ${tx.workspaceId} AND id = ${entry.id}`);
    }
    return { fileIds: [] };
  },
};
