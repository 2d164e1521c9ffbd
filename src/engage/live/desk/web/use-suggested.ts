// The answer the shop has already given to a question, with where it stands; worked out once a question.

import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { listTemplatesRoute } from '../../../../loop/answer/templates/core/template.contract.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import type { QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { type AnswerTemplate, type SuggestedAnswer, suggestAnswer } from '../core/suggest-answer.ts';
import { useDeskHere } from './use-desk.tsx';

export interface Suggested {
  /** What can be said. */
  words: string;
  source: SuggestedAnswer['source'];
}

const TEMPLATES_MAX = 100;

/** @returns finds the answer to a question; null where the shop has said nothing that fits */
export function useSuggested(): (group: QuestionGroup) => Suggested | null {
  const { t, i18n } = useTranslation('livedesk');
  const { store } = useDeskHere();
  const mayRead = useCan('template.read');
  const read = useRead(
    listTemplatesRoute,
    { query: { limit: TEMPLATES_MAX, purpose: 'reply' } },
    { enabled: mayRead, freshMs: 300_000 },
  );
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const templates = useMemo<AnswerTemplate[]>(
    () =>
      (read.data?.items ?? [])
        .filter((one) => !one.body[language].includes('{{'))
        .map((one) => ({ templateId: one.id, name: one.name, text: one.body[language] })),
    [read.data, language],
  );
  const known = useRef(new Map<string, { key: string; shelf: unknown; templates: unknown; found: Suggested | null }>());
  return useCallback(
    (group) => {
      const shelf = store.get('shelf');
      const productId = group.productId ?? store.get('onAir')?.productId ?? null;
      const key = `${language} ${group.class} ${productId} ${group.title}`;
      const before = known.current.get(group.groupId);
      if (before && before.key === key && before.shelf === shelf && before.templates === templates) return before.found;
      const product = shelf.find((one) => one.productId === productId) ?? null;
      const answer = suggestAnswer(group, product, templates);
      const words = answer && (answer.text ?? shelfWords(answer.source, product));
      const found = answer && words ? { words, source: answer.source } : null;
      if (known.current.size > 300) known.current.clear();
      known.current.set(group.groupId, { key, shelf, templates, found });
      return found;

      function shelfWords(source: SuggestedAnswer['source'], on: ShelfProduct | null): string {
        if (source.kind !== 'shelf' || !on) return '';
        return t(`answer.${source.field}`, {
          price: on.price ? moneyText(on.price, language) : '',
          stock: on.stock ?? '',
          index: on.index,
        });
      }
    },
    [store, templates, language, t],
  );
}
