// One show that was held: its record as soon as there is one.
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { usePathParam } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { ProgressPanel } from '../../../../ui/progress-panel.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { ShowRecord } from '../core/show-record.contract.ts';
import { FILE_KINDS, readShowReportRoute, remakeShowReportRoute } from '../core/show-report.contract.ts';
import { spanOf } from './say-span.ts';
import { ShowBody } from './show-body.tsx';
import './shows.css';

export function ShowPage() {
  const { t } = useTranslation('livereport');
  const id = usePathParam('showId');
  const read = useRead(readShowReportRoute, { params: { id } }, { on: ['live.*'], everyMs: 15_000 });
  if (read.isError) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { state, progress, followups } = read.data;
  const record = read.data.record as unknown as ShowRecord | null;
  const back = { to: '/live/shows', label: t('page.title') };
  if (!record)
    return (
      <>
        <PageHeader title={t('page.title')} back={back} />
        <PageBody>
          {state === 'making' ? (
            <ProgressPanel
              title={t('page.making')}
              state="running"
              done={progress?.done ?? 0}
              total={progress?.all || null}
              unit={t('page.events')}
              sentence={t('page.making_text')}
            />
          ) : (
            <EmptyPlace title={t(`page.${state}`)} text={t(`page.${state}_text`)} />
          )}
        </PageBody>
      </>
    );
  return (
    <>
      <PageHeader
        title={record.title}
        back={back}
        sentence={
          <>
            {new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(record.startedAt)} ·{' '}
            {spanOf(t, record.endedAt - record.startedAt)}
          </>
        }
        beside={record.isSimulated ? <PlainTag title={t('simulated')}>{t('page.practice')}</PlainTag> : undefined}
        action={<Deeds showId={id} />}
      />
      <PageBody>
        <ShowBody showId={id} record={record} followups={followups} />
      </PageBody>
    </>
  );
}

function Deeds({ showId }: { showId: string }) {
  const { t, i18n } = useTranslation('livereport');
  const toast = useToast();
  const mayWork = useCan('live.work');
  const remake = useVerb(remakeShowReportRoute, {
    refresh: [readShowReportRoute],
    onDone: () => toast.done(t('page.remaking')),
    onProblem: (problem) => toast.problem(problem),
  });
  const address = (kind: string) =>
    `/api/v1/live/shows/${showId}/report/${kind}?locale=${i18n.language === 'en' ? 'en' : 'zh-CN'}`;
  return (
    <span className="show-deeds">
      {mayWork && (
        <Button loading={remake.isPending} onClick={() => remake.mutate({ params: { id: showId } })}>
          {t('page.remake')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: FILE_KINDS.map((kind) => ({
            key: kind,
            label: (
              <a href={address(kind)} download>
                {t(`page.file.${kind}`)}
              </a>
            ),
          })),
        }}
      >
        <Button type="primary" icon={<Icon name="report" size={16} />}>
          {t('page.files')}
        </Button>
      </Dropdown>
    </span>
  );
}
