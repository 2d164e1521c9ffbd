// Gives a workspace its first calendars and policy when clocks are first needed there.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import { firstPolicy, roundTheClockCalendar, standardCalendar, streamCalendar } from '../core/first-policy.ts';
import { addVersion, saveCalendar } from './calendar.store.ts';
import { chinaCalendar } from './china-calendar.ts';
import { savePolicy } from './policy.store.ts';

/** Time zones in which China's official holidays are kept. */
const CHINA_ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'];

/** Makes the first calendars and policy unless the workspace has had them. Whoever comes second waits for the first. */
export async function ensureSeeded(tx: Tx, now: Date): Promise<void> {
  const seeded = await tx.maybe(sql`SELECT 1 FROM clock_settings WHERE workspace_id = ${tx.workspaceId}`);
  if (seeded) return;
  const made = await tx.run(sql`
    INSERT INTO clock_settings (workspace_id, seeded_at) VALUES (${tx.workspaceId}, ${now}) ON CONFLICT DO NOTHING`);
  if (made === 0) return;
  const workspace = await tx.one<{ locale: 'zh-CN' | 'en'; time_zone: string }>(sql`
    SELECT locale, time_zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`);
  const { time_zone: zone } = workspace;
  const t = translator(workspace.locale);
  const year = now.getUTCFullYear();
  const days = CHINA_ZONES.includes(zone) ? chinaCalendar(year - 1, year + 1) : { holidays: [], workdays: [] };
  const calendars = [
    {
      name: t('clocks:seed.standard'),
      hours: standardCalendar(zone, { holidays: days.holidays, workdays: days.workdays }),
    },
    { name: t('clocks:seed.stream'), hours: streamCalendar(zone) },
    { name: t('clocks:seed.always'), hours: roundTheClockCalendar(zone) },
  ];
  for (const [index, { name, hours }] of calendars.entries()) {
    const id = newId('cal');
    const versionId = await addVersion(tx, id, hours, now);
    await saveCalendar(tx, { id, name, is_default: index === 0, version_id: versionId, updated_at: now });
  }
  await savePolicy(tx, { ...firstPolicy(t('clocks:seed.policy')), id: newId('pol'), position: 1, updatedAt: now });
}

/** The same for somebody who only wants to read. */
export async function seedBeforeReading(db: WorkspaceDb, now: Date): Promise<void> {
  const seeded = await db.read((tx) =>
    tx.maybe(sql`SELECT 1 FROM clock_settings WHERE workspace_id = ${tx.workspaceId}`),
  );
  if (!seeded) await db.write((tx) => ensureSeeded(tx, now));
}

/** Holds the calendars and policies of the workspace until the transaction ends, so that two editors take turns. */
export async function lockSettings(tx: Tx, now: Date): Promise<void> {
  await ensureSeeded(tx, now);
  await tx.run(sql`SELECT 1 FROM clock_settings WHERE workspace_id = ${tx.workspaceId} FOR UPDATE`);
}
