// Every connector of the house in one list: adding one is a folder and a line here.
import type { Connector, ConnectorManifest } from '../../core/connector.contract.ts';

const CONNECTORS: readonly Connector[] = [];

const byKind = new Map(CONNECTORS.map((connector) => [connector.manifest.kind, connector]));

/** The connector of a kind, or null when there is none. */
export function connectorOf(kind: string): Connector | null {
  return byKind.get(kind) ?? null;
}

/** What can be connected, in the order of the settings screen. */
export function connectorManifests(): ConnectorManifest[] {
  return CONNECTORS.map((connector) => connector.manifest);
}
