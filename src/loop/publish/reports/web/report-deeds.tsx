// What can be done with a report: count anew, publish, correct, withdraw, drop; each with its question first.
import { Button, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { ReportView } from '../core/report.contract.ts';
import * as contract from '../core/report.contract.ts';

export function ReportDeeds({ report, isChanged }: { report: ReportView; isChanged: boolean }) {
  const { t } = useTranslation('pagereports');
  const go = useGo();
  const toast = useToast();
  const mayEdit = useCan('report.edit');
  const mayPublish = useCan('report.publish');
  const [asking, setAsking] = useState<'correct' | 'withdraw' | null>(null);
  const refresh = [contract.getReportRoute, contract.listReportsRoute];
  const onProblem = (problem: Error) => toast.problem(problem);
  const done = (key: string) => () => {
    setAsking(null);
    toast.done(t(`said.${key}`));
    go(`/reports/${report.id}`, {}, { replace: true });
  };
  const publish = useVerb(contract.publishReportRoute, { refresh, onDone: done('published'), onProblem });
  const recount = useVerb(contract.computeReportRoute, { refresh, onDone: done('recounted'), onProblem });
  const correct = useVerb(contract.correctReportRoute, { refresh, onDone: done('drafted'), onProblem });
  const withdraw = useVerb(contract.withdrawReportRoute, { refresh, onDone: done('withdrawn'), onProblem });
  const drop = useVerb(contract.removeReportDraftRoute, {
    refresh,
    onDone: () => {
      toast.done(t('said.dropped'));
      go('/reports');
    },
    onProblem,
  });
  const params = { id: report.id };
  const { version, state } = report.open;
  const isDraft = state === 'draft';
  const address = `${window.location.origin}${report.address}`;
  const file = `/api/v1/reports/${report.id}/versions/${version}`;
  return (
    <div className="report-deeds">
      <Button type="text" href={`${file}/page?lang=zh-CN`} target="_blank">
        {t('deed.preview', { language: '中文' })}
      </Button>
      <Button type="text" href={`${file}/page?lang=en`} target="_blank">
        {t('deed.preview', { language: 'English' })}
      </Button>
      <Button type="text" href={`${file}/file`} target="_blank">
        {t('deed.pdf')}
      </Button>
      {report.shownVersion !== null && (
        <Button type="text" href={report.address} target="_blank">
          {t('deed.open')}
        </Button>
      )}
      {isDraft && mayEdit && (
        <>
          <Button loading={recount.isPending} disabled={isChanged} onClick={() => recount.mutate({ params })}>
            {t('deed.recount')}
          </Button>
          <ConfirmButton
            danger
            type="text"
            question={t('confirm.drop')}
            detail={t('confirm.drop_detail')}
            deed={t('deed.drop')}
            onConfirm={() => drop.mutate({ params })}
          >
            {t('deed.drop')}
          </ConfirmButton>
        </>
      )}
      {!isDraft && !report.hasDraft && mayEdit && (
        <Button onClick={() => setAsking('correct')}>{t('deed.correct')}</Button>
      )}
      {report.state === 'published' && mayPublish && (
        <Button danger type="text" onClick={() => setAsking('withdraw')}>
          {t('deed.withdraw')}
        </Button>
      )}
      {isDraft && mayPublish && (
        <Tooltip title={isChanged ? t('unsaved') : undefined}>
          <span>
            <ConfirmButton
              type="primary"
              disabled={isChanged}
              loading={publish.isPending}
              question={t('confirm.publish')}
              detail={t('confirm.publish_detail', { address, version })}
              deed={t('deed.publish')}
              onConfirm={() => publish.mutate({ params, body: { version } })}
            >
              {t('deed.publish')}
            </ConfirmButton>
          </span>
        </Tooltip>
      )}
      {asking && (
        <ReasonDialog
          what={asking}
          isBusy={correct.isPending || withdraw.isPending}
          onClose={() => setAsking(null)}
          onReason={(reason) => (asking === 'correct' ? correct : withdraw).mutate({ params, body: { reason } })}
        />
      )}
    </div>
  );
}

function ReasonDialog(props: {
  what: 'correct' | 'withdraw';
  isBusy: boolean;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const { t } = useTranslation('pagereports');
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={t(`confirm.${props.what}`)}
      okText={t(`deed.${props.what}`)}
      okButtonProps={{ disabled: reason.trim().length < 3, loading: props.isBusy, danger: props.what === 'withdraw' }}
      onOk={() => props.onReason(reason.trim())}
      onCancel={props.onClose}
    >
      <p>{t(`confirm.${props.what}_text`)}</p>
      <label htmlFor="report-reason">{t('confirm.reason')}</label>
      <Input.TextArea
        id="report-reason"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
