// How long the journals of all rooms are kept.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { KEEP_DAYS, readRetentionRoute, saveRetentionRoute } from '../core/room.contract.ts';

export function RetentionSection({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation('liverooms');
  const toast = useToast();
  const read = useRead(readRetentionRoute, {});
  const save = useVerb(saveRetentionRoute, {
    refresh: [readRetentionRoute],
    onDone: () => toast.done(t('form.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  const days = [...new Set([...KEEP_DAYS, ...(read.data ? [read.data.keepDays] : [])])].sort(
    (one, other) => one - other,
  );
  const text = (count: number) =>
    count % 365 === 0 ? t('keep.years', { count: count / 365 }) : t('keep.days', { count });
  return (
    <Section title={t('keep.title')} sentence={t('keep.sentence')}>
      <Select
        className="live-keep"
        aria-label={t('keep.title')}
        disabled={!mayEdit || !read.data}
        value={read.data?.keepDays ?? null}
        onChange={(keepDays) => keepDays !== null && save.mutate({ body: { keepDays } })}
        options={days.map((value) => ({ value, label: text(value) }))}
      />
    </Section>
  );
}
