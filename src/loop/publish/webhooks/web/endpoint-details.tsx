// One address: its state, its messages and how each fared, and what can be done about it.
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import * as contract from '../core/webhook.contract.ts';
import './webhooks.css';

const OUR_WORDS = ['bad_url', 'host_unknown', 'host_private', 'not_secure', 'timed_out', 'unreachable'];

export function EndpointDetails(props: {
  endpoint: contract.EndpointView;
  onEdit: () => void;
  onSecret: (secret: string) => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation('webhooks');
  const { endpoint } = props;
  const params = { id: endpoint.id };
  const toast = useToast();
  const mayEdit = useCan('webhook.edit');
  const [onlyGivenUp, setOnlyGivenUp] = useState(false);
  const refresh = [contract.listEndpointsRoute, contract.listMessagesRoute];
  const onProblem = (problem: unknown) => toast.problem(problem);
  const messages = useList(
    contract.listMessagesRoute,
    { params, query: { limit: 30, ...(onlyGivenUp ? { state: 'gave_up' as const } : {}) } },
    { on: ['webhook.*', 'feedback.*', 'case.*'] },
  );
  const change = useVerb(contract.changeEndpointRoute, { refresh, onProblem });
  const test = useVerb(contract.testEndpointRoute, { refresh, onProblem, onDone: () => toast.done(t('tested')) });
  const rotate = useVerb(contract.rotateEndpointSecretRoute, {
    refresh,
    onProblem,
    onDone: (answer) => props.onSecret(answer.secret),
  });
  const remove = useVerb(contract.removeEndpointRoute, { refresh, onProblem, onDone: props.onRemoved });
  const replay = useVerb(contract.replayMessagesRoute, {
    refresh,
    onProblem,
    onDone: (answer) => toast.done(t('replayed', { count: answer.messages })),
  });
  const isPaused = endpoint.state === 'paused';
  return (
    <>
      {mayEdit && (
        <div className="hy-webhook-deeds hy-drawer-part">
          <Button loading={test.isPending} onClick={() => test.mutate({ params })}>
            {t('test')}
          </Button>
          <Button onClick={props.onEdit}>{t('edit')}</Button>
          <Button
            loading={change.isPending}
            onClick={() => change.mutate({ params, body: { state: isPaused ? 'active' : 'paused' } })}
          >
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
          <ConfirmButton
            loading={rotate.isPending}
            question={t('rotateQuestion')}
            detail={t('rotateDetail')}
            deed={t('rotate')}
            onConfirm={() => rotate.mutate({ params })}
          >
            {t('rotate')}
          </ConfirmButton>
          <ConfirmButton
            danger
            loading={remove.isPending}
            question={t('removeQuestion')}
            detail={t('removeDetail')}
            deed={t('remove')}
            onConfirm={() => remove.mutate({ params })}
          >
            {t('remove')}
          </ConfirmButton>
        </div>
      )}
      <div className="hy-drawer-part">
        <div className="hy-row-line">
          <h2 className="hy-grow">{t('messages')}</h2>
          <span className="hy-quiet">{t('onlyGivenUp')}</span>
          <Switch size="small" aria-label={t('onlyGivenUp')} checked={onlyGivenUp} onChange={setOnlyGivenUp} />
          {mayEdit && endpoint.gaveUp > 0 && (
            <Button size="small" loading={replay.isPending} onClick={() => replay.mutate({ params, body: {} })}>
              {t('replayAll')}
            </Button>
          )}
        </div>
        {messages.status === 'error' && <ErrorPlace error={messages.error} onRetry={messages.retry} />}
        {messages.status === 'ready' && messages.items.length === 0 && <p className="hy-quiet">{t('noMessages')}</p>}
        <ul className="hy-webhook-messages">
          {messages.items.map((one) => (
            <li key={one.id}>
              <div className="hy-grow">
                <code>{one.type}</code>{' '}
                <span className={`hy-webhook-${one.state}`}>{t(`messageState.${one.state}`)}</span>
                <div className="hy-quiet">
                  <RelativeTime at={one.createdAt} /> · {t('attempts')} {one.attempts}
                  {one.lastStatus !== null && ` · ${t('status')} ${one.lastStatus}`}
                  {one.lastError &&
                    ` · ${OUR_WORDS.includes(one.lastError) ? t(`error.${one.lastError}`) : one.lastError}`}
                  {one.nextAt && (
                    <>
                      {` · ${t('next')} `}
                      <RelativeTime at={one.nextAt} />
                    </>
                  )}
                </div>
              </div>
              {mayEdit && one.state !== 'waiting' && (
                <Button size="small" onClick={() => replay.mutate({ params, body: { messageId: one.id } })}>
                  {t('replay')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {messages.hasMore && (
          <Button loading={messages.isLoadingMore} onClick={messages.loadMore}>
            {t('messages')} …
          </Button>
        )}
      </div>
    </>
  );
}
