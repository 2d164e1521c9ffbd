// The arithmetic of the first screen, over sums a day: every figure here has a definition in words under its key.

import type { z } from 'zod';
import type { figure, OverviewMetric, OverviewView } from './overview.contract.ts';
import { dayName, dayNumber } from './workspace-day.ts';

export interface Period {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  days: number;
}

export interface AllSum {
  day: string;
  channel: string;
  sentiment: string;
  class: string;
  voices: number;
  rated: number;
  ratingSum: number;
  lowRated: number;
}

export interface ThemeSum {
  key: string;
  count: number;
  previous: number;
  negative: number;
}

export interface ProductSum {
  id: string;
  name: string;
  count: number;
  negative: number;
  rated: number;
  ratingSum: number;
}

interface Totals {
  voices: number;
  positive: number;
  neutral: number;
  negative: number;
  urgent: number;
  rated: number;
  ratingSum: number;
  lowRated: number;
}

const TOP_THEMES = 12;
const MOVED_THEMES = 8;

/** Adds up sums into one set of totals. */
export function totalsOf(rows: readonly AllSum[]): Totals {
  const totals: Totals = {
    voices: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    urgent: 0,
    rated: 0,
    ratingSum: 0,
    lowRated: 0,
  };
  for (const row of rows) {
    totals.voices += row.voices;
    if (row.sentiment === 'positive' || row.sentiment === 'neutral' || row.sentiment === 'negative') {
      totals[row.sentiment] += row.voices;
    }
    if (row.class === 'urgent') totals.urgent += row.voices;
    totals.rated += row.rated;
    totals.ratingSum += row.ratingSum;
    totals.lowRated += row.lowRated;
  }
  return totals;
}

/** % positive − % negative, -100 … 100, one decimal; null without voices. */
export function netSentiment(totals: Pick<Totals, 'voices' | 'positive' | 'negative'>): number | null {
  if (totals.voices === 0) return null;
  return Math.round(((totals.positive - totals.negative) / totals.voices) * 1000) / 10;
}

export function overviewOf(input: {
  period: Period;
  timeZone: string;
  all: readonly AllSum[];
  themes: readonly ThemeSum[];
  products: readonly ProductSum[];
  taxonomy: readonly { key: string; zh: string; en: string }[];
}): OverviewView {
  const { period } = input;
  const nowRows = input.all.filter((row) => row.day >= period.from);
  const beforeRows = input.all.filter((row) => row.day < period.from);
  const now = totalsOf(nowRows);
  const before = totalsOf(beforeRows);
  const make = (
    metric: OverviewMetric,
    of: (totals: Totals) => number | null,
    base: number,
  ): z.output<typeof figure> => ({
    metric,
    value: of(now),
    previous: before.voices === 0 ? null : of(before),
    base,
  });
  return {
    from: period.from,
    to: period.to,
    previousFrom: period.previousFrom,
    previousTo: period.previousTo,
    timeZone: input.timeZone,
    voices: make('voices', (totals) => totals.voices, now.voices),
    netSentiment: make('netSentiment', netSentiment, now.voices),
    lowRatingShare: make('lowRatingShare', (totals) => share(totals.lowRated, totals.rated), now.rated),
    averageRating: make('averageRating', (totals) => mean(totals.ratingSum, totals.rated), now.rated),
    urgent: make('urgent', (totals) => totals.urgent, now.voices),
    sentiment: { positive: now.positive, neutral: now.neutral, negative: now.negative },
    days: daysOf(period, nowRows),
    channels: channelsOf(nowRows, beforeRows),
    ...themesOf(input.themes, input.taxonomy),
    products: input.products.map(({ rated, ratingSum, ...product }) => ({
      ...product,
      averageRating: mean(ratingSum, rated),
    })),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

function mean(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum / count) * 100) / 100;
}

function daysOf(period: Period, rows: readonly AllSum[]): OverviewView['days'] {
  const first = dayNumber(period.from);
  const days = Array.from({ length: period.days }, (_, index) => ({
    day: dayName(first + index),
    total: 0,
    byClass: { positive: 0, neutral: 0, negative: 0, urgent: 0, latent: 0 },
  }));
  for (const row of rows) {
    const day = days[dayNumber(row.day) - first];
    if (!day) continue;
    day.total += row.voices;
    day.byClass[row.class as keyof typeof day.byClass] += row.voices;
  }
  return days;
}

function channelsOf(now: readonly AllSum[], before: readonly AllSum[]): OverviewView['channels'] {
  const names = [...new Set([...now, ...before].map((row) => row.channel))];
  return names
    .map((channel) => {
      const totals = totalsOf(now.filter((row) => row.channel === channel));
      return {
        channel,
        count: totals.voices,
        previous: totalsOf(before.filter((row) => row.channel === channel)).voices,
        netSentiment: netSentiment(totals),
      };
    })
    .sort((a, b) => b.count - a.count || (a.channel < b.channel ? -1 : 1));
}

function themesOf(themes: readonly ThemeSum[], taxonomy: readonly { key: string; zh: string; en: string }[]) {
  const names = new Map(taxonomy.map((theme) => [theme.key, theme]));
  const named = themes
    .filter((theme) => theme.count > 0 || theme.previous > 0)
    .map((theme) => ({
      ...theme,
      zh: names.get(theme.key)?.zh ?? theme.key,
      en: names.get(theme.key)?.en ?? theme.key,
    }));
  const moved = (sign: 1 | -1) =>
    named
      .filter((theme) => sign * (theme.count - theme.previous) > 0)
      .sort((a, b) => sign * (b.count - b.previous - (a.count - a.previous)) || (a.key < b.key ? -1 : 1))
      .slice(0, MOVED_THEMES);
  return {
    topThemes: named
      .filter((theme) => theme.count > 0)
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
      .slice(0, TOP_THEMES),
    risingThemes: moved(1),
    fallingThemes: moved(-1),
  };
}
