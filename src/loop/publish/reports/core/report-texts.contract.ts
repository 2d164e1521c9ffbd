// The words people add to a report: a foreword, a paragraph for each section, and what is said of each fix and problem.
import { z } from 'zod';

/** Order of the sections on the page and in the file. */
export const REPORT_SECTIONS = [
  'foreword',
  'voices',
  'themes',
  'fixes',
  'response',
  'satisfaction',
  'promises',
  'open',
  'thanks',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const words = (max: number) => z.object({ 'zh-CN': z.string().trim().max(max), en: z.string().trim().max(max) });

/** A line of the house in words for everybody; left out of the public report unless shown. */
export const publicLine = words(300).extend({ shown: z.boolean() });
export type PublicLine = z.output<typeof publicLine>;

export const reportTexts = z
  .object({
    title: words(120),
    sections: z.partialRecord(z.enum(REPORT_SECTIONS), words(4000)),
    /** By action id. */
    fixes: z.record(z.string(), publicLine),
    /** By problem id. */
    problems: z.record(z.string(), publicLine),
  })
  .meta({ id: 'ReportTexts' });
export type ReportTexts = z.output<typeof reportTexts>;

export const NO_TEXTS: ReportTexts = { title: { 'zh-CN': '', en: '' }, sections: {}, fixes: {}, problems: {} };
