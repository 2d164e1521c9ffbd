// The one next thing to do with an import: start it, stop it, or let it go on.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../../../ui/client/call.ts';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  cancelImportRoute,
  downloadImportErrorsRoute,
  getImportRoute,
  type ImportView,
  listImportsRoute,
  startImportRoute,
} from '../core/import.contract.ts';

export function ImportActions({ view }: { view: ImportView }) {
  const { t, i18n } = useTranslation(['pagecollect', 'imports']);
  const toast = useToast();
  const mayRun = useCan('import.run');
  const refresh = [getImportRoute, listImportsRoute];
  const start = useVerb(startImportRoute, { refresh, onProblem: (problem) => toast.problem(problem) });
  const cancel = useVerb(cancelImportRoute, { refresh, onProblem: (problem) => toast.problem(problem) });
  const params = { id: view.id };
  const isStopped = view.state === 'failed' || view.state === 'cancelled';
  const isReady = view.state === 'uploaded' || view.state === 'mapped';
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <>
      {view.errorRows > 0 && (
        <Button
          icon={<Icon name="download" size={16} />}
          href={addressOf(downloadImportErrorsRoute.path, { params, query: { locale } })}
          download
        >
          {t('imports:download', { count: view.errorRows })}
        </Button>
      )}
      {mayRun && isReady && (
        <Button
          type="primary"
          loading={start.isPending}
          disabled={!view.mapping.columns.text}
          onClick={() => start.mutate({ params })}
        >
          {t('imports:run.start')}
        </Button>
      )}
      {mayRun && isStopped && (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ params })}>
          {t('imports:run.resume')}
        </Button>
      )}
      {mayRun && view.state === 'running' && (
        <ConfirmButton
          question={t('pagecollect:import.stopQuestion')}
          detail={t('imports:run.cancelHint')}
          deed={t('imports:run.cancel')}
          loading={cancel.isPending}
          onConfirm={() => cancel.mutate({ params })}
        >
          {t('imports:run.cancel')}
        </ConfirmButton>
      )}
    </>
  );
}
