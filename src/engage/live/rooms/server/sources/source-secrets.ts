// Parts what a person filled in from what is sealed, and puts both together again for the connector.
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { newWebhookSecret } from '../../../../../platform/secrets/standard-webhook.ts';
import { checkSettings, connectorOf } from '../../../connectors/server/door.ts';
import type { SourceRow } from './source.store.ts';

type Settings = Record<string, unknown>;

export interface CheckedSettings {
  open: SourceRow['settings'];
  secretsSealed: string | null;
  secretsSet: string[];
  /** Shown once, when we made it. */
  made: string | null;
}

export function openSecrets(sealer: Sealer, row: Pick<SourceRow, 'workspace_id' | 'secrets_sealed'>): Settings {
  return row.secrets_sealed ? (JSON.parse(sealer.open(row.workspace_id, row.secrets_sealed)) as Settings) : {};
}

/** What the connector is handed. Null when the kind is gone or the settings no longer fit it. */
export function settingsOf(sealer: Sealer, row: SourceRow): Settings | null {
  const check = checkSettings(row.kind, { ...row.settings, ...openSecrets(sealer, row) });
  return check.ok ? check.settings : null;
}

/** @param kept secrets of before: those left out of `given` stay */
export function checkGiven(
  sealer: Sealer,
  workspaceId: string,
  kind: string,
  given: Settings,
  kept: Settings,
): CheckedSettings | { reason: 'unknown_source' | 'bad_settings'; fields: string[] } {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null));
  const name = connectorOf(kind)?.manifest.madeSecret;
  const made = name !== undefined && filled[name] === undefined && kept[name] === undefined ? newWebhookSecret() : null;
  const all = { ...kept, ...filled, ...(made && name ? { [name]: made } : {}) };
  const check = checkSettings(kind, all);
  if (!check.ok) return { reason: check.reason, fields: check.fields };
  const secrets = Object.keys(check.secret);
  return {
    open: check.open as SourceRow['settings'],
    secretsSealed: secrets.length > 0 ? sealer.seal(workspaceId, JSON.stringify(check.secret)) : null,
    secretsSet: secrets,
    made,
  };
}
