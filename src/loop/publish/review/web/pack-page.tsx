// One page for one meeting: what was promised, what the week said, what is late, what to read aloud, what is decided.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { getPackRoute, holdPackRoute, listPacksRoute, makePackRoute, type PackView } from '../core/review.contract.ts';
import { Attendance } from './attendance.tsx';
import { Carried, Decided } from './decisions.tsx';
import { PackFigures } from './pack-figures.tsx';
import { CaseList, LateList, Quotes, ThemeList } from './pack-parts.tsx';
import './review.css';

export function PackPage() {
  const id = usePathParam('packId');
  const read = useRead(getPackRoute, { params: { id } }, { on: ['review.*'] });
  if (read.error && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data?.id !== id) return <PageSkeleton />;
  return <Pack pack={read.data} />;
}

function Pack({ pack }: { pack: PackView }) {
  const { t } = useTranslation('review');
  const mayEdit = useCan('review.edit');
  const { facts } = pack;
  return (
    <div className="hy-pack">
      <PageHeader
        back={{ to: '/review', label: t('title') }}
        title={<span className="hy-figure">{t('pack.title', { from: pack.weekFrom, to: pack.weekTo })}</span>}
        beside={<PlainTag>{t(`state.${pack.state}`)}</PlainTag>}
        sentence={<MadeAt pack={pack} />}
        action={<Deeds pack={pack} mayEdit={mayEdit} />}
      />
      <PageBody>
        <div className="hy-pack-body">
          <PackFigures pack={pack} />
          <Carried pack={pack} mayEdit={mayEdit} />
          <div className="hy-pack-two">
            <Section title={t('pack.rising')} flush>
              <ThemeList pack={pack} themes={facts.rising} />
            </Section>
            <Section title={t('pack.falling')} flush>
              <ThemeList pack={pack} themes={facts.falling} />
            </Section>
          </div>
          <div className="hy-pack-two">
            <Section title={t('pack.urgent')} flush>
              <CaseList cases={facts.urgentCases} />
            </Section>
            <Section title={t('pack.disputed')} flush>
              <CaseList cases={facts.disputedCases} />
            </Section>
          </div>
          <Section title={t('pack.quotes')} sentence={t('pack.quotesSentence')}>
            <Quotes pack={pack} />
          </Section>
          <Section title={t('pack.late')} flush>
            <LateList rows={facts.late} />
          </Section>
          <Decided pack={pack} mayEdit={mayEdit} />
          <Attendance pack={pack} mayEdit={mayEdit} />
        </div>
      </PageBody>
    </div>
  );
}

function MadeAt({ pack }: { pack: PackView }) {
  const { t } = useTranslation('review');
  const [before = '', after = ''] = t('pack.sentence', { by: pack.madeBy, at: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <RelativeTime at={pack.madeAt} zone={pack.timeZone} full />
      {after}
    </>
  );
}

function Deeds({ pack, mayEdit }: { pack: PackView; mayEdit: boolean }) {
  const { t } = useTranslation('review');
  const toast = useToast();
  const shared = { refresh: [getPackRoute, listPacksRoute], onProblem: (problem: unknown) => toast.problem(problem) };
  const again = useVerb(makePackRoute, { ...shared, onDone: () => toast.done(t('made')) });
  const hold = useVerb(holdPackRoute, { ...shared, onDone: () => toast.done(t('pack.held')) });
  const canChange = mayEdit && pack.state === 'draft';
  return (
    <div className="hy-review-make">
      <Button onClick={() => globalThis.print()}>{t('pack.print')}</Button>
      {canChange && (
        <Button loading={again.isPending} onClick={() => again.mutate({ body: { day: pack.weekFrom } })}>
          {t('again')}
        </Button>
      )}
      {canChange && (
        <ConfirmButton
          type="primary"
          question={t('pack.holdQuestion')}
          detail={t('pack.holdDetail')}
          deed={t('pack.hold')}
          onConfirm={() => hold.mutate({ params: { id: pack.id } })}
        >
          {t('pack.hold')}
        </ConfirmButton>
      )}
    </div>
  );
}
