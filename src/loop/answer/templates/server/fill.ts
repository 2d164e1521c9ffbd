// Gathers what the variables of a template stand for, for one reporter of one case.
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { CaseFacts, ShopFacts } from '../../desk/server/door.ts';
import { fillTemplate, type TemplateValues } from '../core/fill-template.ts';

export interface FillFacts {
  found: CaseFacts;
  shop: ShopFacts;
  personName: string | null;
  /** Null where the secret link must not stand: a place everybody can read. */
  link: string | null;
  agentName: string | null;
}

/** Values of every variable. */
export function valuesOf(facts: FillFacts): TemplateValues {
  return {
    'person.name': facts.personName,
    'case.number': String(facts.found.number),
    'product.name': facts.found.productName,
    'shop.name': facts.shop.name,
    'status.link': facts.link,
    'agent.name': facts.agentName ?? facts.shop.name,
  };
}

/** Plain words for what is not known, in the reader's language. */
export function standInsOf(language: Language): TemplateValues {
  const t = translator(language);
  return {
    'person.name': t('answer:stand_in.person_name'),
    'case.number': t('answer:stand_in.case_number'),
    'product.name': t('answer:stand_in.product_name'),
    'shop.name': t('answer:stand_in.shop_name'),
    'status.link': t('answer:stand_in.status_link'),
    'agent.name': t('answer:stand_in.agent_name'),
  };
}

/** Sample values for a preview without a case. */
export function samplesOf(language: Language, shopName: string): TemplateValues {
  const t = translator(language);
  return {
    'person.name': t('answer:sample.person_name'),
    'case.number': '1024',
    'product.name': t('answer:sample.product_name'),
    'shop.name': shopName,
    'status.link': 'https://…/s/…',
    'agent.name': t('answer:sample.agent_name'),
  };
}

/** Fills `text` for a reader. */
export function fillFor(
  text: string,
  language: Language,
  facts: FillFacts,
  own: TemplateValues = {},
): { text: string; missing: string[] } {
  return fillTemplate(text, { ...valuesOf(facts), ...own }, standInsOf(language));
}
