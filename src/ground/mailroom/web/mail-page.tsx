// The mailroom: which letters left, wait, failed or are kept, what they say, and sending them again.
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../ui/client/hooks.ts';
import { useCan } from '../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { DataList } from '../../../ui/data-list.tsx';
import { GoLink } from '../../../ui/go.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../ui/places.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { SavedViews } from '../../../ui/saved-views.tsx';
import { Terms } from '../../../ui/section.tsx';
import { TextSkeleton } from '../../../ui/skeletons.tsx';
import { useToast } from '../../../ui/toasts.tsx';
import { useFilters } from '../../../ui/use-filters.ts';
import { StateMark, TwoLines } from '../../members/web/settings-parts.part.tsx';
import {
  getMailRoute,
  listMailsRoute,
  MAIL_STATES,
  type MailRow,
  type MailState,
  sendMailAgainRoute,
} from '../core/mailroom.contract.ts';
import './mail.css';

const TONES = {
  queued: 'wait',
  sending: 'wait',
  sent: 'good',
  failed: 'bad',
  kept: 'plain',
  unconfirmed: 'bad',
} as const satisfies Record<MailState, string>;
const AGAIN: readonly MailState[] = ['failed', 'kept', 'unconfirmed', 'queued'];

export function MailPage() {
  const { t } = useTranslation('pagesettings');
  const filters = useFilters();
  const [openId, setOpenId] = useState<string | null>(null);
  const state = filters.get('state') as MailState | '';
  const [onTheWay, setOnTheWay] = useState(false);
  const look = { on: ['mail.*', 'reply.*'], everyMs: onTheWay ? 2000 : 15_000 };
  const list = useList(listMailsRoute, { query: state ? { state } : {} }, look);
  const sums = useRead(listMailsRoute, { query: { limit: 1 } }, look).data;
  // A letter that leaves tells nobody; whoever watches one go wants to see it arrive.
  const leaving = (sums?.states.sending ?? 0) > 0;
  useEffect(() => setOnTheWay(leaving), [leaving]);
  const all = Object.values(sums?.states ?? {}).reduce((sum, one) => sum + one, 0);
  const stateOf = (row: Pick<MailRow, 'state'>) => (
    <StateMark tone={TONES[row.state]}>{t(`mail.state.${row.state}`)}</StateMark>
  );
  return (
    <div className="hy-column">
      <PageHeader title={t('mail.title')} sentence={t('mail.sentence')}>
        {sums && !sums.canSend && (
          <p className="hy-mail-notice">
            <Icon name="info" size={16} />
            <span>{t('mail.keeping')}</span>
          </p>
        )}
      </PageHeader>
      <SavedViews
        label={t('mail.title')}
        views={[
          { id: 'all', name: t('mail.all'), search: {}, fixed: true, ...(sums ? { count: all } : {}) },
          ...MAIL_STATES.filter((one) => one !== 'sending' || sums?.states.sending).map((one) => ({
            id: one,
            name: t(`mail.state.${one}`),
            search: { state: one },
            fixed: true,
            ...(sums ? { count: sums.states[one] ?? 0 } : {}),
          })),
        ]}
      />
      <DataList<MailRow>
        list={list}
        label={t('mail.title')}
        rowKey={(row) => row.id}
        narrowHeight={92}
        columns={[
          { key: 'to', title: t('mail.to'), width: 200, render: (row) => row.toHint },
          { key: 'subject', title: t('mail.subject'), render: (row) => row.subject },
          { key: 'state', title: t('members.stateName'), width: 120, render: stateOf },
          {
            key: 'attempts',
            title: t('mail.attempts'),
            width: 80,
            align: 'right',
            from: 900,
            render: (row) => row.attempts,
          },
          {
            key: 'at',
            title: t('mail.when'),
            width: 140,
            render: (row) => <RelativeTime at={row.sentAt ?? row.createdAt} />,
          },
        ]}
        narrow={(row) => (
          <div style={{ width: '100%', minWidth: 0 }}>
            <TwoLines
              first={row.subject}
              second={
                <>
                  {row.toHint} · <RelativeTime at={row.sentAt ?? row.createdAt} />
                </>
              }
            />
            {stateOf(row)}
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        filtered={state !== ''}
        empty={{ title: t('mail.empty'), text: t('mail.emptyText') }}
        emptyFiltered={{ title: t('mail.emptyFiltered'), mood: 'search' }}
      />
      <Drawer open={openId !== null} onClose={() => setOpenId(null)} title={t('mail.letter')} size="min(640px, 100vw)">
        {openId && <Letter key={openId} id={openId} canSend={sums?.canSend ?? false} />}
      </Drawer>
    </div>
  );
}

function Letter({ id, canSend }: { id: string; canSend: boolean }) {
  const { t } = useTranslation('pagesettings');
  const toast = useToast();
  const mayRetry = useCan('mail.retry');
  const read = useRead(getMailRoute, { params: { id } }, { on: ['mail.*'] });
  const again = useVerb(sendMailAgainRoute, {
    refresh: [listMailsRoute, getMailRoute],
    onDone: () => toast.done(t('mail.queuedAgain')),
    onProblem: (problem) => toast.problem(problem),
  });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  const letter = read.data;
  if (!letter || letter.id !== id) return <TextSkeleton lines={8} />;
  const send = () => again.mutate({ params: { id } });
  const maySend = mayRetry && canSend && AGAIN.includes(letter.state);
  return (
    <>
      <h2 className="hy-mail-subject">{letter.subject}</h2>
      <div className="hy-drawer-part">
        <Terms
          rows={[
            { term: t('mail.to'), value: letter.toHint },
            {
              term: t('members.stateName'),
              value: <StateMark tone={TONES[letter.state]}>{t(`mail.state.${letter.state}`)}</StateMark>,
            },
            { term: t('mail.written'), value: <RelativeTime at={letter.createdAt} full /> },
            ...(letter.sentAt ? [{ term: t('mail.state.sent'), value: <RelativeTime at={letter.sentAt} full /> }] : []),
            ...(letter.nextAt ? [{ term: t('mail.next'), value: <RelativeTime at={letter.nextAt} full /> }] : []),
            ...(letter.error ? [{ term: t('mail.error'), value: letter.error }] : []),
            ...(letter.subjectId?.startsWith('case_')
              ? [
                  {
                    term: t('mail.about'),
                    value: (
                      <GoLink to={`/cases/${letter.subjectId}`} className="hy-link">
                        {t('mail.case')}
                      </GoLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p className="hy-quiet">{t(`mail.means.${letter.state}`)}</p>
      </div>
      {maySend &&
        (letter.state === 'unconfirmed' ? (
          <div className="hy-drawer-part">
            <ConfirmButton
              question={t('mail.unsureQuestion')}
              detail={t('mail.unsureDetail')}
              deed={t('mail.again')}
              loading={again.isPending}
              onConfirm={send}
            >
              {t('mail.again')}
            </ConfirmButton>
          </div>
        ) : (
          <div className="hy-drawer-part">
            <Button type="primary" loading={again.isPending} onClick={send}>
              {t(letter.state === 'queued' ? 'mail.now' : 'mail.again')}
            </Button>
          </div>
        ))}
      <pre className="hy-mail-text">{letter.text}</pre>
    </>
  );
}
