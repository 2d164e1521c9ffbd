// The meetings so far, the next one to prepare, and on which weekday its draft is made.
import { Button, DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  getReviewSettingsRoute,
  listPacksRoute,
  makePackRoute,
  type ReviewSettings,
  setReviewSettingsRoute,
} from '../core/review.contract.ts';
import './review.css';

export function ReviewPage() {
  const { t } = useTranslation('review');
  const toast = useToast();
  const go = useGo();
  const mayEdit = useCan('review.edit');
  const make = useVerb(makePackRoute, {
    refresh: [listPacksRoute],
    onDone: (pack) => {
      toast.done(t('made'));
      go(`/review/${pack.id}`);
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const action = mayEdit ? (
    <div className="hy-review-make">
      <DatePicker
        picker="week"
        value={null as Dayjs | null}
        placeholder={t('makeWeek')}
        aria-label={t('makeWeek')}
        onChange={(day) => day && make.mutate({ body: { day: day.format('YYYY-MM-DD') } })}
      />
      <Button type="primary" loading={make.isPending} onClick={() => make.mutate({ body: {} })}>
        {t('make')}
      </Button>
    </div>
  ) : undefined;
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} action={action} />
      <PageBody>
        <div className="hy-review">
          <Packs />
          <Settings mayEdit={mayEdit} />
        </div>
      </PageBody>
    </>
  );
}

function Packs() {
  const { t } = useTranslation('review');
  const { workspace } = useSession();
  const list = useList(listPacksRoute, {}, { on: ['review.*'] });
  if (list.status === 'error') return <ErrorPlace error={list.error} onRetry={list.retry} />;
  if (list.status === 'loading') return <RowsSkeleton rows={4} />;
  if (list.items.length === 0) return <EmptyPlace title={t('list.emptyTitle')} text={t('list.emptyText')} />;
  return (
    <Section title={t('list.label')} flush>
      <ul className="hy-packs">
        {list.items.map((pack) => (
          <li key={pack.id}>
            <GoLink to={`/review/${pack.id}`}>
              <strong className="hy-figure">{t('pack.title', { from: pack.weekFrom, to: pack.weekTo })}</strong>
              <PlainTag>{t(`state.${pack.state}`)}</PlainTag>
              <span className="hy-quiet">
                {t('list.decisions')} {pack.decisions}
                {pack.openDecisions > 0 && ` · ${t('list.open', { open: pack.openDecisions })}`}
              </span>
              <span className="hy-quiet">
                {t('list.attended')} {t('list.people', { count: pack.attended })}
              </span>
              <span className="hy-faint">
                <RelativeTime at={pack.heldAt ?? pack.madeAt} zone={workspace.timeZone} />
              </span>
            </GoLink>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <p className="hy-packs-more">
          <Button onClick={list.loadMore} loading={list.isLoadingMore}>
            …
          </Button>
        </p>
      )}
    </Section>
  );
}

function Settings({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('review');
  const toast = useToast();
  const read = useRead(getReviewSettingsRoute, {}, { on: ['review.settings_changed'] });
  const save = useVerb(setReviewSettingsRoute, {
    refresh: [getReviewSettingsRoute],
    onDone: () => toast.done(t('settings.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  if (!read.data) return null;
  const now = read.data;
  const set = (change: Partial<ReviewSettings>) => save.mutate({ body: { ...now, ...change } });
  return (
    <Section title={t('settings.title')} sentence={t('settings.sentence')}>
      <div className="hy-review-settings">
        <Select
          disabled={!mayEdit}
          aria-label={t('settings.weekday')}
          value={now.weekday ?? 0}
          onChange={(weekday) => set({ weekday: weekday === 0 ? null : weekday })}
          options={[
            ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: t(`weekday.${day}`) })),
            { value: 0, label: t('settings.never') },
          ]}
          style={{ width: 140 }}
        />
        <Select
          disabled={!mayEdit || now.weekday === null}
          aria-label={t('settings.hour')}
          value={now.hour}
          onChange={(hour) => set({ hour })}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: hour,
            label: t('settings.hourOption', { hour }),
          }))}
          style={{ width: 100 }}
        />
      </div>
    </Section>
  );
}
