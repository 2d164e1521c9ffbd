// A simulated show as others see it: what to ask for, what comes out, and the truth each event was made from.
import type { LiveClass } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';

/** Source name in every event's id; whoever sees it knows that nobody was there. */
export const SIMULATOR_SOURCE = 'simulator';

export const SHOW_LANGUAGES = ['zh', 'en', 'mixed'] as const;
export type ShowLanguage = (typeof SHOW_LANGUAGES)[number];

export const INCIDENT_KINDS = ['complaint', 'risk', 'wave', 'chant', 'stall', 'slow_rise'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Something planted, with its known beginning and end (milliseconds since 1970, by event time). */
export interface PlannedIncident {
  incidentId: string;
  kind: IncidentKind;
  from: number;
  to: number;
  /** Of a complaint, a risk, a slow rise and what a wave pretends. */
  class?: LiveClass;
  /** Which fault or danger: a key of the incident words. */
  fault?: string;
  productId?: string;
  /** People meant to take part; who really spoke is counted from the events. */
  people?: number;
  /** A stall that says so by a `room.gap`, or one that is only silence. */
  isTold?: boolean;
}

/** What a made line means; known because it was made so. */
export interface LineTruth {
  class: LiveClass;
  /** Lines that one answer of the host answers share it; product questions carry their product in it. */
  groupKey?: string;
  /** The product meant, said or not. */
  productId?: string;
  /** How the product can be known: `named` in the line, or only `on_air` when the viewer saw it. */
  by?: 'named' | 'on_air';
  incidentId?: string;
  waveId?: string;
  /** Part of honest flooding: fans, not a wave. */
  chantId?: string;
  /** Looks dangerous and is not: jokes, questions, quotes. */
  isHardNegative?: boolean;
}

export interface SimulatedEvent {
  event: DecodedEvent;
  truth?: LineTruth;
}

export type ProductKind = 'skin' | 'makeup' | 'wear' | 'shoes' | 'food' | 'home' | 'baby' | 'digital';

export interface SimulatedProduct extends ShelfProduct {
  kind: ProductKind;
}

export interface SimulateOptions {
  /** Any whole number; the same options give the same events. */
  seed: number;
  /** Online at the height of the show. */
  viewers: number;
  /** Comments a second, averaged over the show. */
  ratePerSecond: number;
  minutes: number;
  /** Milliseconds since 1970 of the first event; a fixed evening when absent, so that nothing depends on today. */
  startedAt?: number;
  language?: ShowLanguage;
  /** Which kinds are planted; all that the length allows when absent, none for an empty list. */
  incidents?: readonly IncidentKind[];
  products?: readonly SimulatedProduct[];
}

/** When a product is explained. */
export interface AirSlot {
  productId: string;
  from: number;
  to: number;
}

export interface ShowPlan {
  seed: number;
  startedAt: number;
  endsAt: number;
  title: string;
  products: readonly SimulatedProduct[];
  slots: readonly AirSlot[];
  incidents: readonly PlannedIncident[];
}
