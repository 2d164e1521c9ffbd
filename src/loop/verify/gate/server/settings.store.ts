// Reads and writes the rules of the gate.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { DEFAULT_GATE_SETTINGS, type GateSettings } from '../core/gate.contract.ts';

/** The workspace's rules, or those it begins with. */
export async function readGateSettings(tx: Tx): Promise<GateSettings> {
  const row = await tx.maybe<GateSettings>(sql`
    SELECT window_days AS "windowDays", theme_windows AS "themeWindows", by_person AS "byPerson", by_rating AS "byRating",
      by_callback AS "byCallback", close_after_days AS "closeAfterDays", repeat_days AS "repeatDays"
    FROM verify_settings WHERE workspace_id = ${tx.workspaceId}`);
  return row ?? DEFAULT_GATE_SETTINGS;
}

export async function saveGateSettings(tx: Tx, settings: GateSettings, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO verify_settings (workspace_id, window_days, theme_windows, by_person, by_rating, by_callback, close_after_days,
      repeat_days, updated_at)
    VALUES (${tx.workspaceId}, ${settings.windowDays}, ${JSON.stringify(settings.themeWindows)}::jsonb, ${settings.byPerson},
      ${settings.byRating}, ${settings.byCallback}, ${settings.closeAfterDays}, ${settings.repeatDays}, ${now})
    ON CONFLICT (workspace_id) DO UPDATE SET window_days = excluded.window_days, theme_windows = excluded.theme_windows,
      by_person = excluded.by_person, by_rating = excluded.by_rating, by_callback = excluded.by_callback,
      close_after_days = excluded.close_after_days, repeat_days = excluded.repeat_days, updated_at = excluded.updated_at`);
}

/** The window of a theme; null when time alone does not verify. */
export function windowOf(settings: GateSettings, theme: string | null): number | null {
  if (settings.windowDays === null) return null;
  return settings.themeWindows.find((one) => one.theme === theme)?.days ?? settings.windowDays;
}
