// What could not be handled: read what went wrong, try once more, or set it aside.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../ui/client/hooks.ts';
import { problemText } from '../../../ui/client/problem.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Terms } from '../../../ui/section.tsx';
import { PlainTag } from '../../../ui/tags.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useFilters } from '../../../ui/use-filters.ts';
import { StateMark, TwoLines } from '../../members/web/settings-parts.part.tsx';
import {
  DEAD_LETTER_SOURCES,
  type DeadLetterSource,
  type DeadLetterView,
  discardDeadLetterRoute,
  listDeadLettersRoute,
  replayDeadLetterRoute,
} from '../core/dead-letter.contract.ts';

const ON = ['dead_letter.*'];

export function DeadLettersPage() {
  const { t } = useTranslation('pagesettings');
  const filters = useFilters();
  const [openId, setOpenId] = useState<string | null>(null);
  const state = (filters.get('state') || 'open') as 'open' | 'settled' | 'all';
  const source = filters.get('source') as DeadLetterSource | '';
  const query = { state, ...(source ? { source } : {}) };
  const list = useList(listDeadLettersRoute, { query }, { on: ON, everyMs: 30_000 });
  const count = useRead(listDeadLettersRoute, { query: { limit: 1 } }, { on: ON }).data?.open;
  const letter = list.items.find((one) => one.id === openId) ?? null;
  const stateOf = (row: DeadLetterView) => (
    <StateMark tone={row.outcome === null ? 'bad' : row.outcome === 'replayed' ? 'good' : 'plain'}>
      {t(`dead.state.${row.outcome ?? 'open'}`)}
    </StateMark>
  );
  return (
    <div className="hy-column">
      <PageHeader title={t('dead.title')} sentence={t('dead.sentence')} />
      <FilterBar
        fields={[
          {
            kind: 'one',
            key: 'state',
            label: t('dead.waiting'),
            options: (['settled', 'all'] as const).map((value) => ({ value, label: t(`dead.show.${value}`) })),
          },
          {
            kind: 'one',
            key: 'source',
            label: t('dead.source'),
            options: DEAD_LETTER_SOURCES.map((value) => ({ value, label: t(`dead.from.${value}`) })),
          },
        ]}
        end={count !== undefined && t('dead.open', { count })}
      />
      <DataList<DeadLetterView>
        list={list}
        label={t('dead.title')}
        rowKey={(row) => row.id}
        rowHeight={56}
        narrowHeight={92}
        columns={[
          {
            key: 'what',
            title: t('dead.what'),
            render: (row) => <TwoLines first={row.name} second={firstLine(row.error)} />,
          },
          {
            key: 'source',
            title: t('dead.source'),
            width: 130,
            from: 760,
            render: (row) => <PlainTag>{t(`dead.from.${row.source}`)}</PlainTag>,
          },
          {
            key: 'attempts',
            title: t('dead.attempts'),
            width: 90,
            align: 'right',
            from: 900,
            render: (row) => row.attempts,
          },
          { key: 'state', title: t('members.stateName'), width: 130, render: stateOf },
          { key: 'at', title: t('dead.when'), width: 140, render: (row) => <RelativeTime at={row.createdAt} /> },
        ]}
        narrow={(row) => (
          <div style={{ width: '100%', minWidth: 0 }}>
            <TwoLines first={row.name} second={firstLine(row.error)} />
            <div className="hy-row-line">
              {stateOf(row)} <RelativeTime at={row.createdAt} />
            </div>
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        filtered={state !== 'open' || source !== ''}
        empty={{ title: t('dead.empty'), text: t('dead.emptyText'), mood: 'done' }}
        emptyFiltered={{ title: t('dead.emptyFiltered'), mood: 'search' }}
      />
      <Drawer
        open={letter !== null}
        onClose={() => setOpenId(null)}
        title={letter?.name ?? ''}
        size="min(600px, 100vw)"
      >
        {letter && <Letter key={letter.id} letter={letter} onSettled={() => setOpenId(null)} />}
      </Drawer>
    </div>
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function Letter({ letter, onSettled }: { letter: DeadLetterView; onSettled: () => void }) {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayRetry = useCan('dead_letter.retry');
  const refresh = [listDeadLettersRoute];
  const replay = useVerb(replayDeadLetterRoute, {
    refresh,
    onDone: () => {
      toast.done(t('dead.replayed'));
      onSettled();
    },
  });
  const discard = useVerb(discardDeadLetterRoute, {
    refresh,
    onDone: () => {
      toast.done(t('dead.discarded'));
      onSettled();
    },
  });
  const trouble = replay.error ?? discard.error;
  return (
    <>
      {mayRetry && letter.outcome === null && (
        <div className="hy-row-line hy-drawer-part">
          <Button
            type="primary"
            loading={replay.isPending}
            onClick={() => replay.mutate({ params: { id: letter.id } })}
          >
            {t('dead.replay')}
          </Button>
          <ConfirmButton
            danger
            question={t('dead.discardQuestion')}
            detail={t('dead.discardDetail')}
            deed={t('dead.discard')}
            onConfirm={() => discard.mutate({ params: { id: letter.id } })}
          >
            {t('dead.discard')}
          </ConfirmButton>
        </div>
      )}
      {trouble && (
        <p role="alert" className="hy-ink-negative">
          {problemText(t, trouble)}
        </p>
      )}
      <div className="hy-drawer-part">
        <Terms
          rows={[
            { term: t('dead.source'), value: t(`dead.from.${letter.source}`) },
            { term: t('dead.attempts'), value: letter.attempts },
            { term: t('dead.when'), value: <RelativeTime at={letter.createdAt} full /> },
            ...(letter.settledAt
              ? [
                  {
                    term: t(`dead.state.${letter.outcome ?? 'open'}`),
                    value: (
                      <>
                        <RelativeTime at={letter.settledAt} full /> {letter.settledBy}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <div className="hy-drawer-part">
        <h2>{t('dead.error')}</h2>
        <pre className="hy-code">{letter.error}</pre>
      </div>
      <div className="hy-drawer-part">
        <h2>{t('dead.payload')}</h2>
        <pre className="hy-code">{JSON.stringify(letter.payload, null, 2)}</pre>
      </div>
    </>
  );
}
