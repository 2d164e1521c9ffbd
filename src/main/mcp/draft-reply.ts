// Gathers what a good answer needs and fills the shop's own templates for the case; nothing is sent from here.
import type { Client } from '../sdk/client.ts';

const MOST_TEMPLATES = 5;

/** Templates whose words meet the case's themes and the customer's words come first. */
export async function draftReply(client: Client, input: { caseId: string; language?: 'zh-CN' | 'en' }) {
  const params = { id: input.caseId };
  const found = await client.cases.get({ params });
  const conversation = await client.cases.conversation({ params, query: { limit: 20 } });
  const language = input.language ?? (found.personCard?.locale === 'en' ? 'en' : 'zh-CN');
  const { items } = await client.templates.list({ query: { purpose: 'reply', limit: 100 } });
  const said = [found.title, ...found.feedback.items.map((one) => one.text)].join(' ');
  const ranked = items
    .map((template) => ({ template, fits: overlap(said, `${template.name} ${template.body[language]}`) }))
    .sort((one, other) => other.fits - one.fits || other.template.used - one.template.used)
    .slice(0, MOST_TEMPLATES);
  const drafts = [];
  for (const { template } of ranked) {
    const filled = await client.templates.fill({
      params: { id: template.id },
      body: { caseId: input.caseId, language },
    });
    drafts.push({ template: template.name, text: filled.text, missing: filled.missing });
  }
  return {
    case: { id: found.id, number: found.number, title: found.title, status: found.status, theme: found.theme },
    language,
    customer: { name: found.person?.name ?? null, tier: found.person?.tier ?? null },
    said: found.feedback.items.map(({ text, occurredAt, rating, product }) => ({
      text,
      at: occurredAt,
      rating,
      product: product?.name ?? null,
    })),
    conversation,
    clocks: found.clocks,
    drafts,
    note: 'A member reads, changes and sends it: POST /api/v1/cases/:id/replies.',
  };
}

/** Share of the pairs of characters of one text that the other has too. */
function overlap(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const [mine, theirs] = [pairs(one), pairs(other)];
  let both = 0;
  for (const pair of mine) if (theirs.has(pair)) both += 1;
  return theirs.size === 0 ? 0 : both / Math.sqrt(mine.size * theirs.size || 1);
}
