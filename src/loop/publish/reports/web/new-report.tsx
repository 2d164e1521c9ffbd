// Asks which period a new report is about.
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useGo } from '../../../../ui/go.tsx';
import { createReportRoute, listReportsRoute } from '../core/report.contract.ts';
import { type DayRange, lastMonth, lastQuarter } from './period-choices.ts';

type Choice = 'last_month' | 'last_quarter' | 'other';

export function NewReport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('pagereports');
  const go = useGo();
  const today = new Date().toLocaleDateString('sv');
  const [choice, setChoice] = useState<Choice>('last_month');
  const [own, setOwn] = useState<DayRange>(lastMonth(today));
  const days = choice === 'last_month' ? lastMonth(today) : choice === 'last_quarter' ? lastQuarter(today) : own;
  const create = useVerb(createReportRoute, {
    refresh: [listReportsRoute],
    onDone: (report) => go(`/reports/${report.id}`),
  });
  const day = (key: keyof DayRange) => (
    <label className="report-day" htmlFor={`report-${key}`}>
      {t(`period.${key}`)}
      <Input
        id={`report-${key}`}
        type="date"
        value={own[key]}
        onChange={(event) => setOwn({ ...own, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <Modal
      open
      title={t('new')}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          loading={create.isPending}
          disabled={!days.from || !days.to}
          onClick={() => create.mutate({ body: days })}
        >
          {t('period.draft')}
        </Button>
      }
    >
      <Radio.Group
        className="report-choices"
        aria-label={t('period.question')}
        value={choice}
        onChange={(event) => setChoice(event.target.value as Choice)}
      >
        {(['last_month', 'last_quarter'] as const).map((one) => {
          const range = one === 'last_month' ? lastMonth(today) : lastQuarter(today);
          return (
            <Radio key={one} value={one}>
              {t(`period.${one}`)} <span className="hy-faint">{`${range.from} – ${range.to}`}</span>
            </Radio>
          );
        })}
        <Radio value="other">{t('period.other')}</Radio>
      </Radio.Group>
      {choice === 'other' && (
        <p className="report-days">
          {day('from')} {day('to')}
        </p>
      )}
      <p className="hy-quiet">{t('period.compare')}</p>
      {create.error && (
        <p role="alert" className="hy-ink-negative">
          {problemText(t, create.error)}
        </p>
      )}
    </Modal>
  );
}
