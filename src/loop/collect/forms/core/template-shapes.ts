// The shapes of the ready questionnaires; their words are sentences like all others.
import type { FormQuestion, Jump } from './form.contract.ts';

export interface TemplateQuestion
  extends Pick<FormQuestion, 'id' | 'kind'>,
    Partial<Pick<FormQuestion, 'required' | 'look' | 'other' | 'scale'>> {
  options?: readonly string[];
  rows?: readonly string[];
  jumps?: readonly Jump[];
}

export interface TemplateShape {
  /** Under `forms:template`. */
  key: string;
  questions: readonly TemplateQuestion[];
}

const low = (value: number, to: string): Jump => ({ op: 'at_least', value, to });

export const FORM_TEMPLATES: readonly TemplateShape[] = [
  {
    key: 'nps_delivery',
    questions: [
      // Only who is not glad is asked why; the others go straight to their wish.
      { id: 'nps', kind: 'nps', required: true, jumps: [low(9, 'wish')] },
      {
        id: 'reason',
        kind: 'multiple',
        options: ['slow', 'packing', 'quality', 'service', 'price'],
        other: true,
      },
      { id: 'wish', kind: 'long_text' },
    ],
  },
  {
    key: 'csat_resolved',
    questions: [
      { id: 'csat', kind: 'csat', required: true, look: 'faces', jumps: [low(4, 'more')] },
      { id: 'missing', kind: 'single', options: ['not_solved', 'too_slow', 'not_understood', 'attitude'], other: true },
      { id: 'more', kind: 'long_text' },
    ],
  },
  {
    key: 'ces_return',
    questions: [
      { id: 'ces', kind: 'ces', required: true, jumps: [low(5, 'more')] },
      { id: 'hard', kind: 'multiple', options: ['find', 'label', 'pickup', 'waiting', 'refund'], other: true },
      { id: 'more', kind: 'long_text' },
    ],
  },
  {
    key: 'live_show',
    questions: [
      { id: 'csat', kind: 'csat', required: true, look: 'stars' },
      { id: 'parts', kind: 'matrix', rows: ['host', 'truth', 'price', 'pace'], scale: 5 },
      { id: 'next', kind: 'short_text' },
    ],
  },
  {
    key: 'product_trial',
    questions: [
      { id: 'csat', kind: 'csat', required: true, look: 'stars' },
      { id: 'days', kind: 'single', options: ['first', 'week', 'longer'] },
      { id: 'parts', kind: 'matrix', rows: ['feel', 'effect', 'smell', 'pack'], scale: 5 },
      {
        id: 'trouble',
        kind: 'single',
        options: ['none', 'redness', 'itching', 'other_skin'],
        jumps: [{ op: 'is', value: 'none', to: 'wish' }],
      },
      { id: 'trouble_words', kind: 'long_text', required: true },
      { id: 'wish', kind: 'long_text' },
    ],
  },
  {
    key: 'parcel_card',
    questions: [
      { id: 'csat', kind: 'csat', required: true, look: 'faces', jumps: [low(4, 'say')] },
      { id: 'wrong', kind: 'multiple', options: ['damaged', 'missing', 'differs', 'size'], other: true },
      { id: 'say', kind: 'long_text' },
    ],
  },
  {
    key: 'shop_visit',
    questions: [
      { id: 'nps', kind: 'nps', required: true },
      { id: 'parts', kind: 'matrix', rows: ['staff', 'choice', 'waiting', 'clean'], scale: 5 },
      { id: 'say', kind: 'long_text' },
    ],
  },
];
