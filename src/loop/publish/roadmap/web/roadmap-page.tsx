// The roadmap as lists by stage; rows are moved with the keyboard, written in a dialog, shown to everybody by a person.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  listRoadmapRoute,
  moveRoadmapItemRoute,
  ROADMAP_STAGES,
  type RoadmapItem,
  type RoadmapStage,
} from '../core/roadmap.contract.ts';
import { mayTell } from '../core/stage-of.ts';
import { CompleteDialog } from './complete-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemRow } from './item-row.tsx';
import { type Step, stepOf } from './row-keys.ts';
import './roadmap.css';

const NEW = 'new';

export function RoadmapPage() {
  const { t } = useTranslation('roadmap');
  const toast = useToast();
  const mayEdit = useCan('roadmap.edit');
  const filters = useFilters();
  const openId = filters.get('item');
  const [finishing, setFinishing] = useState<{ item: RoadmapItem; stage: RoadmapStage } | null>(null);
  const read = useRead(listRoadmapRoute, {}, { on: ['roadmap.*'] });
  const move = useVerb(moveRoadmapItemRoute, {
    refresh: [listRoadmapRoute],
    onDone: (item) => toast.done(t('said.moved', { stage: t(`stage.${item.stage}`) })),
    onProblem: (problem) => toast.problem(problem),
  });
  const { workspace } = useSession();
  if (read.isError) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { items } = read.data;
  const inStage = (stage: RoadmapStage) => items.filter((item) => item.stage === stage);
  const toStage = (item: RoadmapItem, stage: RoadmapStage) => {
    // What is done is worth a word to everybody.
    if (mayTell(stage) && item.stage !== stage) setFinishing({ item, stage });
    else move.mutate({ params: { id: item.id }, body: { stage, before: null } });
  };
  const onStep = (item: RoadmapItem, step: Step) => {
    if (!mayEdit || move.isPending) return;
    const taken = stepOf(inStage(item.stage), item, step);
    if (taken === null) return;
    if (taken.stage !== item.stage) toStage(item, taken.stage);
    else move.mutate({ params: { id: item.id }, body: taken });
  };
  const create = mayEdit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => filters.set({ item: NEW })}>
      {t('new')}
    </Button>
  );
  const open = items.find((item) => item.id === openId) ?? null;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        action={
          <>
            <Button type="text" href={`/p/${workspace.slug}/roadmap`} target="_blank">
              {t('deed.open_public')}
            </Button>{' '}
            {create}
          </>
        }
      />
      <PageBody>
        {items.length === 0 ? (
          <EmptyPlace title={t('empty')} text={t('empty_text')} action={create} />
        ) : (
          <>
            {mayEdit && <p className="hy-faint roadmap-keys">{t('keys')}</p>}
            {ROADMAP_STAGES.filter((stage) => inStage(stage).length > 0).map((stage) => (
              <Section
                key={stage}
                title={`${t(`stage.${stage}`)} · ${inStage(stage).length}`}
                sentence={t(`stage_means.${stage}`)}
                flush
              >
                <ul className="roadmap-rows">
                  {inStage(stage).map((item) => (
                    <ItemRow
                      key={item.id}
                      item={item}
                      mayEdit={mayEdit}
                      onOpen={() => filters.set({ item: item.id })}
                      onStep={(step) => onStep(item, step)}
                      onAccept={() => item.suggestedStage && toStage(item, item.suggestedStage)}
                    />
                  ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </PageBody>
      {(open || openId === NEW) && (
        <ItemDialog
          key={open?.id ?? NEW}
          item={open}
          slug={workspace.slug}
          first={firstLink(filters.get('kind'), filters.get('of'))}
          onMove={(stage) => open && toStage(open, stage)}
          onClose={() => filters.set({ item: undefined, kind: undefined, of: undefined })}
        />
      )}
      {finishing && (
        <CompleteDialog
          stage={finishing.stage}
          onClose={() => setFinishing(null)}
          onMove={(entry) => {
            const { item, stage } = finishing;
            setFinishing(null);
            move.mutate({ params: { id: item.id }, body: { stage, before: null, entry } });
          }}
        />
      )}
    </>
  );
}

/** A link handed over by another page: `/roadmap?item=new&kind=problem&of=prb_…`. */
function firstLink(kind: string, id: string): { kind: 'problem' | 'case' | 'theme' | 'feedback'; id: string } | null {
  const known = (['problem', 'case', 'theme', 'feedback'] as const).find((one) => one === kind);
  return known && id ? { kind: known, id } : null;
}
