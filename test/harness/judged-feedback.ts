// Puts judged feedback, people, products and members straight into a test database, for tests of the rooms after understanding.
import { newId } from '../../src/kit/ids.ts';
import type { TestDatabase } from './database.ts';

export interface JudgedFeedback {
  id?: string;
  workspaceId?: string;
  channel?: string;
  text?: string;
  rating?: number | null;
  personId?: string | null;
  productId?: string | null;
  occurredAt?: Date;
  class?: string;
  sentiment?: string;
  sentimentScore?: number;
  intents?: string[];
  themes?: string[];
}

const START = new Date('2026-03-02T01:00:00Z');

/** Adds feedback with their judgements. @returns their ids in order */
export async function addJudged(db: TestDatabase, rows: readonly JudgedFeedback[]): Promise<string[]> {
  const ids: string[] = [];
  for (const row of rows) {
    const id = row.id ?? newId('fb');
    ids.push(id);
    const ws = row.workspaceId ?? db.workspaceA;
    const at = row.occurredAt ?? START;
    const channel = row.channel ?? 'review';
    const values = [
      id,
      ws,
      channel,
      id,
      row.text ?? '物流太慢，等了两周',
      row.rating ?? null,
      at,
      row.productId ?? null,
      row.personId ?? null,
    ];
    await db.asOwner(
      `INSERT INTO feedback (id, workspace_id, channel, external_id, text, rating, occurred_at, received_at, state, product_id, person_id, masked, meta)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 'accepted', $8, $9, false, '{}')`,
      values,
    );
    await db.asOwner(
      `INSERT INTO judgements (feedback_id, workspace_id, occurred_at, day, channel, product_id, person_id, rating, text_key, person_key,
         engine, language, sentiment, sentiment_score, class, intents, themes, aspects, urgency_level, spam_score, emotion, reasons, tokens, judged_at)
       VALUES ($1, $2, $3::timestamptz, ($3::timestamptz)::date, $4, $5, $6, $7, 0, 0, 'test@1', 'zh', $8, $9, $10, $11, $12, $13, $14, 0, 'neutral', '[]', '{}', $3::timestamptz)`,
      [
        id,
        ws,
        at,
        channel,
        row.productId ?? null,
        row.personId ?? null,
        row.rating ?? null,
        row.sentiment ?? 'negative',
        row.sentimentScore ?? -0.7,
        row.class ?? 'negative',
        row.intents ?? ['complain'],
        row.themes ?? ['logistics.late'],
        JSON.stringify([['logistics', -1, 0, 4, 0.9]]),
        row.class === 'urgent' ? 'high' : 'none',
      ],
    );
  }
  return ids;
}

/** Adds a customer. */
export async function addPerson(
  db: TestDatabase,
  name: string,
  tier: 'standard' | 'vip' = 'standard',
  workspaceId = db.workspaceA,
): Promise<string> {
  const id = newId('per');
  await db.asOwner(`INSERT INTO people (id, workspace_id, name, tier, created_at) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    workspaceId,
    name,
    tier,
    START,
  ]);
  return id;
}

/** Adds a product. */
export async function addProduct(db: TestDatabase, name: string, workspaceId = db.workspaceA): Promise<string> {
  const id = newId('prd');
  await db.asOwner(`INSERT INTO products (id, workspace_id, name, created_at) VALUES ($1, $2, $3, $4)`, [
    id,
    workspaceId,
    name,
    START,
  ]);
  return id;
}

/** Adds a member who is there. */
export async function addMember(
  db: TestDatabase,
  name: string,
  role = 'agent',
  workspaceId = db.workspaceA,
): Promise<string> {
  const id = newId('mem');
  await db.asOwner(
    `INSERT INTO members (id, workspace_id, email, name, role, state, created_at) VALUES ($1, $2, $3, $4, $5, 'active', $6)`,
    [id, workspaceId, `${id}@example.com`, name, role, START],
  );
  return id;
}

/** Adds a team with members. */
export async function addTeam(
  db: TestDatabase,
  name: string,
  memberIds: readonly string[],
  workspaceId = db.workspaceA,
): Promise<string> {
  const id = newId('team');
  await db.asOwner(`INSERT INTO teams (id, workspace_id, name, created_at) VALUES ($1, $2, $3, $4)`, [
    id,
    workspaceId,
    name,
    START,
  ]);
  for (const memberId of memberIds) {
    await db.asOwner(`INSERT INTO team_members (workspace_id, team_id, member_id) VALUES ($1, $2, $3)`, [
      workspaceId,
      id,
      memberId,
    ]);
  }
  return id;
}
