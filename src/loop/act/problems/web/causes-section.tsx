// Why it came about: the same causes as a tree of whys or as a fishbone, with what is confirmed and what is refuted.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import type { Cause, ProblemView } from '../core/problem.contract.ts';
import { CategoriesDialog } from './categories-dialog.tsx';
import { CauseDialog, type CauseDraft } from './cause-dialog.tsx';
import { CauseTree } from './cause-tree.part.tsx';
import { Fishbone } from './fishbone.part.tsx';

export function CausesSection({ problem }: { problem: ProblemView }) {
  const { t } = useTranslation('pageproblems');
  const filters = useFilters();
  const mayEdit = useCan('problem.edit');
  const [draft, setDraft] = useState<CauseDraft | null>(null);
  const [isNaming, setNaming] = useState(false);
  const view = filters.get('causes') === 'fishbone' ? 'fishbone' : 'tree';
  const edit = (cause: Cause) => setDraft({ cause, parentId: cause.parentId });
  const ask = (parentId: string | null) => setDraft({ cause: null, parentId });
  return (
    <Section
      title={t('causes.title')}
      sentence={t('causes.sentence')}
      end={
        <Segmented
          size="small"
          aria-label={t('causes.view')}
          value={view}
          options={[
            { value: 'tree', label: t('causes.tree') },
            { value: 'fishbone', label: t('causes.fishbone') },
          ]}
          onChange={(value) => filters.set({ causes: value === 'fishbone' ? value : undefined })}
        />
      }
    >
      {problem.causes.length === 0 ? (
        <EmptyPlace
          title={t('causes.empty')}
          text={t('causes.emptyText')}
          action={
            mayEdit && (
              <Button type="primary" onClick={() => ask(null)}>
                {t('causes.first')}
              </Button>
            )
          }
        />
      ) : (
        <>
          {view === 'fishbone' ? (
            <Fishbone problem={problem} onPick={mayEdit ? edit : undefined} />
          ) : (
            <CauseTree problem={problem} onEdit={mayEdit ? edit : undefined} onAsk={mayEdit ? ask : undefined} />
          )}
          {mayEdit && (
            <div className="hy-problem-row-end">
              <Button icon={<Icon name="plus" size={16} />} onClick={() => ask(null)}>
                {t('causes.add')}
              </Button>
              <Button type="text" onClick={() => setNaming(true)}>
                {t('causes.categories')}
              </Button>
            </div>
          )}
        </>
      )}
      {draft && <CauseDialog problem={problem} draft={draft} onClose={() => setDraft(null)} />}
      {isNaming && <CategoriesDialog categories={problem.categories} onClose={() => setNaming(false)} />}
    </Section>
  );
}
