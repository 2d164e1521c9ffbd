// Makes an item of a problem, a case, a theme or a feedback: its words to begin with, and the link to what it stands for.
import sql from 'sql-template-tag';
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { type Result, refuse } from '../../../../../kit/result.ts';
import type { RoadmapItem, RoadmapLink } from '../../core/roadmap.contract.ts';
import { firstTitle } from '../link-labels.reads.ts';
import { saveItem } from './save-item.ts';

export async function draftItem(
  env: Env,
  link: RoadmapLink,
): Promise<Result<RoadmapItem, 'forbidden' | 'not_found' | 'unknown_link' | 'roadmap_full'>> {
  // permit
  if (!may(env.actor, 'roadmap.edit')) return refuse('forbidden');
  // load
  const { title, wish } = await env.db.read(async (tx) => ({
    title: await firstTitle(tx, link),
    wish: await tx.maybe(sql`
      SELECT 1 FROM judgements_facts
      WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${link.id} AND 'suggest' = ANY(intents)`),
  }));
  // decide
  if (!title) return refuse('unknown_link');
  const kind = link.kind === 'feedback' && wish ? 'idea' : 'problem';
  // save · tell
  return saveItem(env, null, { kind, stage: 'open', title, text: { 'zh-CN': '', en: '' }, links: [link] });
}
