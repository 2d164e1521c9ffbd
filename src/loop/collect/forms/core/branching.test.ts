// Whatever way a questionnaire branches, answers go forward only, end, and reach every question that may be opened.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.ts';
import {
  type AnswerValue,
  type FormDefinition,
  type FormQuestion,
  formDefinition,
  formQuestion,
  formSettings,
} from './form.contract.ts';
import { jumpHolds, nextIndex, sampleValues } from './jumps.ts';
import { readValue } from './read-value.ts';
import { longestFrom, unreachable, walkForm } from './walk-form.ts';

const words = { 'zh-CN': '问', en: 'ask' };
const settings = formSettings.parse({});
const ask = (id: string, part: object = {}): FormQuestion =>
  formQuestion.parse({ id, kind: 'nps', title: words, ...part });
const form = (questions: FormQuestion[]): FormDefinition => formDefinition.parse({ title: words, questions });
const codes = (questions: FormQuestion[]) =>
  checkForm(form(questions), settings).map(({ path, code }) => `${path} ${code}`);

/** Any questionnaire, with jumps that may be nonsense. */
const anyQuestions = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const jump = fc.record({
    op: fc.constantFrom(
      'at_most',
      'at_least',
      'is',
      'is_not',
      'includes',
      'excludes',
      'answered',
      'unanswered',
      'always',
    ),
    value: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom('a', 'b', 'other', null)),
    to: fc.oneof(
      fc.integer({ min: 0, max: count }).map((index) => `q${index}`),
      fc.constant('end'),
    ),
  });
  const question = fc.record({
    kind: fc.constantFrom('nps', 'csat', 'ces', 'single', 'multiple', 'short_text', 'long_text', 'matrix'),
    required: fc.boolean(),
    other: fc.boolean(),
    jumps: fc.array(jump, { maxLength: 3 }),
  });
  return fc.array(question, { minLength: count, maxLength: count }).map((list) =>
    list.map((one, index) =>
      ask(`q${index}`, {
        ...one,
        options: [
          { id: 'a', text: words },
          { id: 'b', text: words },
        ],
        rows: [{ id: 'r', text: words }],
      }),
    ),
  );
});

const pickFor = (question: FormQuestion, seed: number): AnswerValue => {
  const values = sampleValues(question);
  return values[seed % values.length]!;
};

describe('the way through a questionnaire', () => {
  it('goes forward only and ends, however it branches and whatever is answered', () => {
    fc.assert(
      fc.property(anyQuestions, fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }), (questions, seeds) => {
        const answers: Record<string, AnswerValue> = {};
        let before = -1;
        for (let step = 0; step <= questions.length; step += 1) {
          const way = walkForm(questions, answers);
          const order = way.path.map((id) => questions.findIndex((question) => question.id === id));
          expect([...order].sort((one, other) => one - other)).toEqual(order);
          expect(way.progress).toBeGreaterThanOrEqual(0);
          expect(way.progress).toBeLessThanOrEqual(1);
          if (way.next === null) {
            expect(way.progress).toBe(1);
            return;
          }
          const index = order.at(-1)!;
          expect(index).toBeGreaterThan(before);
          before = index;
          answers[way.next] = pickFor(questions[index]!, seeds[step] ?? 0);
        }
        throw new Error('the way does not end');
      }),
      { numRuns: 500 },
    );
  });

  it('reaches every question of one that may be opened, and names the ones it does not', () => {
    let opened = 0;
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const reached = new Set<number>();
        const visit = (index: number) => {
          if (index >= questions.length || reached.has(index)) return;
          reached.add(index);
          for (const value of sampleValues(questions[index]!)) {
            expect(readValue(questions[index]!, value).ok).toBe(true);
            visit(nextIndex(questions, index, value));
          }
        };
        visit(0);
        const missed = questions.filter((_, index) => !reached.has(index)).map((question) => question.id);
        expect(unreachable(questions)).toEqual(missed);
        if (codes(questions).length === 0) {
          opened += 1;
          expect(missed).toEqual([]);
        }
      }),
      { numRuns: 800 },
    );
    expect(opened).toBeGreaterThan(20);
  });

  it('tells apart all values that its jumps tell apart', () => {
    const whole = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(null));
    fc.assert(
      fc.property(anyQuestions, fc.nat(6), whole, (questions, at, value) => {
        const index = at % questions.length;
        const question = questions[index]!;
        if (question.kind !== 'nps' || (value === null && question.required)) return;
        const target = nextIndex(questions, index, value);
        expect(sampleValues(question).map((one) => nextIndex(questions, index, one))).toContain(target);
      }),
    );
  });

  it('knows how far it can still be', () => {
    const questions = [
      ask('a', { jumps: [{ op: 'at_least', value: 9, to: 'c' }] }),
      ask('b'),
      ask('c', { jumps: [{ op: 'always', to: 'end' }] }),
      ask('d'),
    ];
    expect(longestFrom(questions)).toEqual([3, 2, 1, 1, 0]);
    expect(walkForm(questions, { a: 9 })).toEqual({ path: ['a', 'c'], next: 'c', progress: 0.5 });
    expect(unreachable(questions)).toEqual(['d']);
  });
});

describe('a condition', () => {
  it.each([
    ['at_most', 3, 3, true],
    ['at_most', 3, 4, false],
    ['at_least', 9, 10, true],
    ['is', 7, 7, true],
    ['is_not', 7, null, false],
    ['is', 'a', { options: ['a'] }, true],
    ['is_not', 'a', { options: ['b'] }, true],
    ['includes', 'b', { options: ['a', 'b'] }, true],
    ['excludes', 'b', { options: ['a'] }, true],
    ['excludes', 'b', null, false],
    ['answered', null, 'x', true],
    ['unanswered', null, null, true],
    ['always', null, null, true],
  ] as const)('%s %s of %j is %s', (op, value, answer, holds) => {
    expect(jumpHolds({ op, value, to: 'end' }, answer as AnswerValue)).toBe(holds);
  });
});

describe('what stands in the way of opening', () => {
  it.each([
    [[], 'definition.questions questions_missing'],
    [[ask('a'), ask('a')], 'definition.questions.1.id question_name_repeated'],
    [[ask('a', { title: { 'zh-CN': '问', en: '' } })], 'definition.questions.0.title.en words_missing'],
    [[ask('a', { help: { 'zh-CN': '', en: 'help' } })], 'definition.questions.0.help.zh-CN words_missing'],
    [[ask('a', { kind: 'single' })], 'definition.questions.0.options options_too_few'],
    [[ask('a', { kind: 'matrix' })], 'definition.questions.0.rows rows_missing'],
    [
      [ask('a', { jumps: [{ op: 'includes', value: 'x', to: 'end' }] })],
      'definition.questions.0.jumps.0.op jump_op_unknown',
    ],
    [
      [ask('a', { jumps: [{ op: 'is', value: 11, to: 'end' }] })],
      'definition.questions.0.jumps.0.value jump_value_unknown',
    ],
    [[ask('a', { jumps: [{ op: 'always', to: 'b' }] })], 'definition.questions.0.jumps.0.to jump_target_unknown'],
    [[ask('a'), ask('b', { jumps: [{ op: 'always', to: 'a' }] })], 'definition.questions.1.jumps.0.to jump_backwards'],
    [
      [
        ask('a', {
          jumps: [
            { op: 'always', to: 'end' },
            { op: 'is', value: 1, to: 'end' },
          ],
        }),
      ],
      'definition.questions.0.jumps.1 jump_never_tried',
    ],
    [
      [
        ask('a', {
          required: true,
          jumps: [
            { op: 'at_most', value: 6, to: 'c' },
            { op: 'at_least', value: 7, to: 'end' },
          ],
        }),
        ask('b'),
        ask('c'),
      ],
      'definition.questions.1 question_unreachable',
    ],
  ])('%#: is named with its field', (questions, fault) => {
    expect(codes(questions)).toContain(fault);
  });

  it('is nothing when all is well, and settings are looked at too', () => {
    expect(codes([ask('a'), ask('b', { kind: 'long_text' })])).toEqual([]);
    const wrong = formSettings.parse({
      opensAt: '2026-03-02T00:00:00Z',
      closesAt: '2026-03-01T00:00:00Z',
      answerQuota: { question: 'b', limits: [{ value: 'x', max: 1 }] },
    });
    const one = formDefinition.parse({ languages: ['en'], title: words, questions: [ask('b', { kind: 'long_text' })] });
    expect(checkForm(one, wrong).map(({ code }) => code)).toEqual([
      'closes_before_opens',
      'language_not_spoken',
      'quota_question_unknown',
    ]);
  });
});
