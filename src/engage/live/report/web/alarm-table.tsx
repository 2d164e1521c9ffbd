// Alarms of a show: when, about what, what was said, and the case that came of it.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';
import type { FollowupView } from '../core/show-report.contract.ts';
import { PlainTable } from './plain-table.tsx';
import { FollowLink, useFollowUp } from './use-follow-up.tsx';
import type { ShowWords } from './use-show-words.ts';

export function AlarmTable(props: {
  showId: string;
  record: ShowRecord;
  words: ShowWords;
  followups: readonly FollowupView[];
  onJump: (at: number) => void;
}) {
  const { t } = useTranslation(['livereport', 'liveterms']);
  const { record, words } = props;
  const mayFollow = useCan('case.work');
  const follow = useFollowUp(props.showId);
  const made = new Map(props.followups.map((one) => [one.ref, one]));
  const name = (one: LiveAlert) =>
    one.class === null
      ? t(`livereport:alert.${one.kind}`)
      : t(`liveterms:class.${one.class}`, { defaultValue: one.class });
  const outcome = (one: LiveAlert) => {
    const followed = made.get(one.alertId);
    if (followed) return <FollowLink followup={followed} />;
    if (one.caseId)
      return (
        <GoLink to={`/cases/${one.caseId}`} className="hy-link">
          {t('livereport:alerts.case')}
        </GoLink>
      );
    if (!mayFollow || one.samples.length === 0) return t(`livereport:alerts.${one.state}`);
    return (
      <Button size="small" loading={follow.isPending} onClick={() => follow.run([one.alertId])}>
        {t('livereport:page.make_case')}
      </Button>
    );
  };
  return (
    <PlainTable
      label={t('livereport:alerts.title')}
      empty={t('livereport:alerts.empty')}
      head={['time', 'kind', 'product', 'people', 'said', 'case'].map((one) => t(`livereport:column.${one}`))}
      numeric={[3]}
      rows={record.alerts.map((one) => ({
        key: one.alertId,
        onOpen: () => props.onJump(one.since),
        cells: [
          words.clock(one.raisedAt),
          <span key="kind" className="hy-row-line">
            <PlainTag>{t(`livereport:level.${one.level}`)}</PlainTag> {name(one)}
          </span>,
          words.product(one.productId),
          words.number(one.people),
          one.samples[0] ? words.said(one.samples[0].text) : (one.word ?? '–'),
          outcome(one),
        ],
      }))}
    />
  );
}
