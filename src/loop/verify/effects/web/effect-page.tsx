// What a fix did: the verdict in one sentence, the days before and after with the line it would have been, and every figure a door.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { usePathParam } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type EffectView, getEffectRoute, getEffectVersionRoute, measureEffectRoute } from '../core/effect.contract.ts';
import { EffectChart } from './effect-chart.tsx';
import { EffectMethod } from './effect-method.tsx';
import { EffectNumbers } from './effect-numbers.tsx';
import { EffectPlanDialog } from './effect-plan-dialog.tsx';
import { EffectVerdict } from './effect-verdict.tsx';
import { EffectVersions } from './effect-versions.tsx';
import { PlaceboBand } from './placebo-band.tsx';
import './effects.css';

export function EffectPage() {
  const id = usePathParam('actionId');
  const read = useRead(getEffectRoute, { params: { actionId: id } }, { on: ['effect.*', 'action.*'] });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || read.data.actionId !== id) return <PageSkeleton />;
  return <Effect view={read.data} />;
}

function Effect({ view }: { view: EffectView }) {
  const { t } = useTranslation('pageeffects');
  const mayEdit = useCan('verify.edit');
  const filters = useFilters();
  const [isPlanning, setPlanning] = useState(false);
  const measure = useVerb(measureEffectRoute, { refresh: [getEffectRoute] });
  const version = Number(filters.get('version')) || 0;
  const old = useRead(
    getEffectVersionRoute,
    { params: { actionId: view.actionId, version } },
    { enabled: version > 0 && version !== view.latest?.version },
  );
  const result = version > 0 && old.data?.version === version ? old.data : view.latest;
  return (
    <>
      <PageHeader
        back={{ to: `/problems/${view.problemId}`, label: `#${view.problemNumber} ${view.problemTitle}` }}
        title={view.actionTitle}
        sentence={t(view.watching ? 'sentence.watching' : 'sentence.done', {
          from: view.effectiveOn,
          review: view.reviewOn,
        })}
        action={
          mayEdit && (
            <>
              <Button
                type="text"
                loading={view.pending || measure.isPending}
                onClick={() => measure.mutate({ params: { actionId: view.actionId } })}
              >
                {t('again')}
              </Button>
              <Button icon={<Icon name="edit" size={16} />} onClick={() => setPlanning(true)}>
                {t('plan.change')}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        {!result && <EmptyPlace title={t('waiting.title')} text={t('waiting.text')} />}
        {result && (
          <div className="hy-effect">
            <EffectVerdict view={view} result={result} />
            <Section title={t('chart.title')} sentence={t(result.plan.control ? 'chart.control' : 'chart.own')}>
              <EffectChart result={result} effectiveOn={view.effectiveOn} />
            </Section>
            <EffectNumbers view={view} result={result} />
            {result.outcome.placebo.length > 0 && (
              <Section title={t('placebo.title')} sentence={t('placebo.sentence')}>
                <PlaceboBand result={result} effectiveOn={view.effectiveOn} />
              </Section>
            )}
            <EffectMethod view={view} result={result} />
            <EffectVersions
              view={view}
              shown={result.version}
              onShow={(one) => filters.set({ version: one === view.latest?.version ? undefined : String(one) })}
            />
          </div>
        )}
      </PageBody>
      {isPlanning && <EffectPlanDialog view={view} onClose={() => setPlanning(false)} />}
    </>
  );
}
