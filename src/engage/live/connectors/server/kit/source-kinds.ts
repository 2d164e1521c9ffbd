// Turns a connector's settings into the fields of a form and checks what a person filled in.
import { z } from 'zod';
import type { ConnectorManifest } from '../../core/connector.contract.ts';
import type { SourceField, SourceKind } from '../../core/source.contract.ts';
import { connectorManifests, connectorOf } from './registry.ts';

interface JsonField {
  type?: string;
  enum?: unknown[];
  default?: unknown;
}

function fieldsOf(manifest: ConnectorManifest): SourceField[] {
  const schema = z.toJSONSchema(manifest.settings, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, JsonField>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: field.enum
      ? 'choice'
      : field.type === 'boolean'
        ? 'switch'
        : field.type === 'integer' || field.type === 'number'
          ? 'number'
          : 'text',
    isSecret: manifest.secrets.includes(name),
    isRequired: (schema.required ?? []).includes(name),
    choices: (field.enum ?? []).map(String),
  }));
}

/** The kinds a person can add to a room; file readers are for the import, not for the settings screen. */
export function sourceKinds(): SourceKind[] {
  return connectorManifests()
    .filter((manifest) => manifest.transport !== 'file')
    .map((manifest) => ({
      kind: manifest.kind,
      transport: manifest.transport,
      trust: manifest.trust,
      isOfficial: manifest.isOfficial,
      fields: fieldsOf(manifest),
      gives: [...manifest.gives],
      docs: manifest.docs,
    }));
}

export type SettingsCheck =
  | { ok: true; open: Record<string, unknown>; secret: Record<string, unknown>; settings: Record<string, unknown> }
  | { ok: false; reason: 'unknown_source' | 'bad_settings'; fields: string[] };

/**
 * Checks settings against a kind and parts what may be shown from what is sealed at rest.
 * Empty texts and nulls count as left out; unknown names are dropped. `settings` is what the connector is handed.
 */
export function checkSettings(kind: string, given: Record<string, unknown>): SettingsCheck {
  const connector = connectorOf(kind);
  if (!connector) return { ok: false, reason: 'unknown_source', fields: [] };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null));
  const parsed = connector.manifest.settings.safeParse(filled);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
    return { ok: false, reason: 'bad_settings', fields };
  }
  const settings = parsed.data as Record<string, unknown>;
  const isSecret = (name: string) => connector.manifest.secrets.includes(name);
  const part = (secret: boolean) =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => isSecret(name) === secret));
  return { ok: true, open: part(false), secret: part(true), settings };
}
