// The explorer's top: the words looked for, how many were found, and the views people return to.
import { Input, type InputRef } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { useRead } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { Caps, useKeys } from '../../../../ui/keys.tsx';
import { SavedViews } from '../../../../ui/saved-views.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import type { feedbackFacetsRoute } from '../core/search.contract.ts';

const VIEWS: Record<string, Record<string, string>> = {
  all: {},
  urgent: { class: 'urgent' },
  negative: { class: 'negative' },
  lowRating: { rating: '1,2' },
  suggestions: { intent: 'suggest' },
  latent: { class: 'latent' },
  noCase: { class: 'urgent,negative', case: 'no' },
};

interface Props {
  facets: ReturnType<typeof useRead<typeof feedbackFacetsRoute>>;
  end: ReactNode;
}

export function ExplorerHead({ facets, end }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const filters = useFilters();
  const isNarrow = useNarrow();
  const field = useRef<InputRef>(null);
  const held = filters.get('q');
  const [text, setText] = useState(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(held), [held]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys([{ keys: '/', label: t('explorer.search'), run: (event) => focus(event, field.current) }]);
  const write = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => filters.set({ q: value.trim(), open: undefined }), 300);
  };
  const found = facets.data;
  const count = found && new Intl.NumberFormat(i18n.language).format(found.total);
  return (
    <header className="hy-explorer-head">
      <h1>{t('explorer.title')}</h1>
      <search>
        <Input
          ref={field}
          value={text}
          allowClear
          maxLength={200}
          prefix={<Icon name="search" size={16} />}
          suffix={!text && !isNarrow ? <Caps keys="/" /> : undefined}
          placeholder={t('explorer.placeholder')}
          aria-label={t('explorer.search')}
          onChange={(event) => write(event.target.value)}
        />
      </search>
      <p className="hy-explorer-count hy-figure" aria-live="polite">
        {found &&
          (found.capped
            ? t('explorer.capped', { count: found.total, text: count })
            : t('explorer.found', { count: found.total, text: count }))}
      </p>
      {end}
      <SavedViews
        label={t('explorer.views')}
        ignore={['open']}
        views={Object.entries(VIEWS).map(([id, search]) => ({ id, name: t(`view.${id}`), search, fixed: true }))}
      />
    </header>
  );
}

function focus(event: KeyboardEvent, field: InputRef | null) {
  event.preventDefault();
  field?.focus({ cursor: 'all' });
}
