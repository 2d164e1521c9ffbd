// Personal data on the hard cases that were written for it.
import { existsSync } from 'node:fs';
import { findPersonalData } from '../../personal-data.ts';
import type { Measure } from './evaluate.contract.ts';

/** The gold's figures are percent already. */
const round1 = (value: number) => Math.round(value * 10) / 10;

export const measurePersonal: Measure = async () => {
  const file = new URL('../../../../test/gold/personal/personal-gold.ts', import.meta.url);
  const title = { en: 'Personal data', zh: '个人信息' };
  if (!existsSync(file)) {
    const note = { en: 'its gold is not here', zh: '没有它的金标' };
    const figures = ['personal.recall', 'personal.precision'].map((bar) => ({ bar, value: null, note }));
    return { title, figures, tables: [], notes: [] };
  }
  const { count, readGold } = await import('../../../../test/gold/personal/personal-gold.ts');
  const all = [...readGold('design'), ...readGold('measure')];
  const unseen = count(readGold('measure'), findPersonalData);
  const both = count(all, findPersonalData);
  return {
    title,
    figures: [
      { bar: 'personal.recall', value: round1(both.recall), rows: all.length, note: half(unseen.recall) },
      { bar: 'personal.precision', value: round1(both.precision), rows: all.length, note: half(unseen.precision) },
    ],
    tables: [],
    notes: [],
  };
};

const half = (value: number) => ({
  en: `on the half whose faults were never looked at: ${round1(value)}`,
  zh: `从未看过错例的那一半：${round1(value)}`,
});
