// Puts a case with real reporters into a test product: people with addresses, their judged voices, the case they belong to.
import { findOrCreatePeople } from '../../src/ground/people/server/door.ts';
import { openCase } from '../../src/loop/act/cases/server/door.ts';
import { resolveCase } from '../../src/loop/act/cases/server/verbs/resolve-case.ts';
import type { TestApp } from './app.ts';
import { addJudged, addProduct, type JudgedFeedback } from './judged-feedback.ts';

export interface ReporterInput extends Omit<JudgedFeedback, 'personId'> {
  name?: string;
  email?: string;
  phone?: string;
  locale?: 'zh-CN' | 'en';
  /** Nobody knows who spoke. */
  unknown?: boolean;
}

export interface ReportedCase {
  caseId: string;
  /** In the order given; null for an unknown voice. */
  personIds: (string | null)[];
  feedbackIds: string[];
}

let seq = 0;
const next = () => {
  seq += 1;
  return seq;
};

/** Opens a case from these voices, as the product itself would. */
export async function reportCase(
  app: TestApp,
  reporters: readonly ReporterInput[],
  theme = `test.theme_${next()}`,
): Promise<ReportedCase> {
  const { sealer } = app.product.tools;
  const productId = await addProduct(app.db, `云朵羽绒被 ${next()}`);
  const personIds = await app.env.db.write((tx) =>
    findOrCreatePeople(
      tx,
      sealer,
      reporters.map((one) =>
        one.unknown
          ? undefined
          : {
              externalId: one.email ? undefined : `buyer-${next()}`,
              name: one.name ?? '林小满',
              email: one.email,
              phone: one.phone,
              locale: one.locale,
            },
      ),
      app.clock.now,
    ),
  );
  const feedbackIds = await addJudged(
    app.db,
    reporters.map((one, index) => ({
      channel: 'email',
      productId,
      occurredAt: new Date(app.clock.now.getTime() + index * 1000),
      ...one,
      personId: personIds[index] ?? null,
      themes: [theme],
    })),
  );
  const opened = await app.env.db.write((tx) => openCase(tx, app.env, { feedbackIds, theme }));
  if (!opened.ok) throw new Error(opened.reason);
  return { caseId: opened.value.id, personIds, feedbackIds };
}

/** Resolves a case the way its route does. */
export async function resolve(app: TestApp, caseId: string, message: string | null = null, tell = true): Promise<void> {
  const done = await app.env.db.write((tx) =>
    resolveCase(tx, app.env, { caseId, resolution: 'fixed', note: null, message, tell }),
  );
  if (!done.ok) throw new Error(done.reason);
}
