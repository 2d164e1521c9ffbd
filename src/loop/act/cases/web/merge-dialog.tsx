// Making one case of several: the other is found by number or words, a pointer stays and it can be undone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { StatusTag } from '../../../../ui/tags.tsx';
import { CASE_STATUSES } from '../core/case.contract.ts';
import { unmergeCaseRoute } from '../core/case-merge.contract.ts';
import { listCasesRoute } from '../core/case-routes.contract.ts';
import { CASE_READS, type DeedCase, useBulkDeed } from './deed.part.tsx';
import { PickDialog } from './pick-dialog.tsx';

const OPEN_TO_MERGE = CASE_STATUSES.slice(0, 4);

export function MergeDialog({ cases, onClose }: { cases: readonly DeedCase[]; onClose: () => void }) {
  const { t } = useTranslation('deskcases');
  const [q, setQ] = useState('');
  const { run, isPending } = useBulkDeed(onClose);
  const unmerge = useVerb(unmergeCaseRoute, { refresh: CASE_READS });
  const found = useRead(listCasesRoute, {
    query: { limit: 20, sort: 'newest', snoozed: 'show', status: OPEN_TO_MERGE, ...(q ? { q } : {}) },
  });
  const merging = new Set(cases.map((one) => one.id));
  const options = (found.data?.items ?? []).filter((row) => !merging.has(row.id) && !row.mergedIntoId);
  const only = cases.length === 1 ? cases[0] : undefined;
  return (
    <PickDialog
      title={only ? t('merge.title', { number: only.number }) : t('merge.titleMany', { count: cases.length })}
      sentence={t('merge.sentence')}
      placeholder={t('merge.search')}
      nothing={t('merge.nothing')}
      options={options.map((row) => ({
        key: row.id,
        label: `#${row.number} ${row.title}`,
        words: row.title,
        hint: <StatusTag value={row.status} />,
      }))}
      onSearch={setQ}
      onPick={(intoId) =>
        run(
          cases,
          { verb: 'merge', intoId },
          only && { label: t('ui:undo'), run: () => unmerge.mutate({ params: { id: only.id } }) },
        )
      }
      onClose={onClose}
      busy={isPending}
    />
  );
}
