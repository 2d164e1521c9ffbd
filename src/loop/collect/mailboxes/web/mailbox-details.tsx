// One address: what it is set to, whether it works now, and its last letters with what was attached.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Terms } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  changeMailboxRoute,
  checkMailboxRoute,
  type LetterView,
  listLettersRoute,
  listMailboxesRoute,
  type MailboxView,
  removeMailboxRoute,
} from '../core/mailbox.contract.ts';
import { AttachmentList } from './attachments.part.tsx';

interface Props {
  mailbox: MailboxView;
  listener: { host: string; port: number } | null;
  onEdit: () => void;
  onGone: () => void;
}

export function MailboxDetails({ mailbox, listener, onEdit, onGone }: Props) {
  const { t } = useTranslation(['mailboxes', 'problems']);
  const toast = useToast();
  const mayEdit = useCan('channel.edit');
  const [outcome, setOutcome] = useState<{ good: boolean; text: string } | null>(null);
  const refresh = { refresh: [listMailboxesRoute], onProblem: (problem: unknown) => toast.problem(problem) };
  const change = useVerb(changeMailboxRoute, refresh);
  const remove = useVerb(removeMailboxRoute, { ...refresh, onDone: onGone });
  const check = useVerb(checkMailboxRoute, {
    onDone: (answer) =>
      setOutcome({
        good: answer.works,
        text: answer.works
          ? answer.letters === null
            ? t('check.listening')
            : t('check.works', { count: answer.letters })
          : `${t(`errors.${answer.error ?? 'mail_failed'}`)}${answer.detail ? ` · ${answer.detail}` : ''}`,
      }),
    onProblem: (problem) => setOutcome({ good: false, text: problemText(t, problem) }),
  });
  const { imap } = mailbox;
  const rows = [
    { term: t('way'), value: t(`ways.${mailbox.way}`) },
    imap
      ? { term: t('server'), value: `${imap.host}:${imap.port}${imap.tls ? '' : ` · ${t('plain')}`}` }
      : { term: t('server'), value: listener ? `${listener.host}:${listener.port}` : t('states.listener_off') },
    ...(imap
      ? [
          { term: t('user'), value: imap.user },
          { term: t('folder'), value: imap.folder },
        ]
      : []),
    ...(mailbox.checkedAt ? [{ term: t('checked'), value: <RelativeTime at={mailbox.checkedAt} /> }] : []),
    ...(mailbox.nextCheckAt && mailbox.error
      ? [{ term: t('next'), value: <RelativeTime at={mailbox.nextCheckAt} /> }]
      : []),
    { term: t('replies'), value: mailbox.takesReplies ? t('repliesYes') : t('repliesNo') },
    { term: t('letters'), value: t('letterCount', { count: mailbox.letters, held: mailbox.held }) },
  ];
  return (
    <>
      {mailbox.error && (
        <div className="hy-mailbox-fault" role="status">
          <strong>{t(`errors.${mailbox.error}`)}</strong>
          <span>{t(`advice.${mailbox.error}`)}</span>
          {mailbox.errorDetail && <code>{mailbox.errorDetail}</code>}
        </div>
      )}
      <div className="hy-drawer-part">
        <Terms rows={rows} />
      </div>
      {mayEdit && (
        <div className="hy-drawer-part">
          <div className="hy-mailbox-deeds">
            <Button loading={check.isPending} onClick={() => check.mutate({ params: { id: mailbox.id } })}>
              {t('check.do')}
            </Button>
            <Button onClick={onEdit}>{t('edit')}</Button>
            {!mailbox.takesReplies && (
              <Button onClick={() => change.mutate({ params: { id: mailbox.id }, body: { takesReplies: true } })}>
                {t('takeReplies')}
              </Button>
            )}
            <ConfirmButton
              danger
              question={t('removeQuestion')}
              detail={t('removeDetail')}
              deed={t('remove')}
              onConfirm={() => remove.mutate({ params: { id: mailbox.id } })}
            >
              {t('remove')}
            </ConfirmButton>
          </div>
          <div aria-live="polite">
            {outcome && <StateMark tone={outcome.good ? 'good' : 'bad'}>{outcome.text}</StateMark>}
          </div>
        </div>
      )}
      <div className="hy-drawer-part">
        <h2>{t('lastLetters')}</h2>
        <Letters mailboxId={mailbox.id} />
      </div>
    </>
  );
}

function Letters({ mailboxId }: { mailboxId: string }) {
  const { t } = useTranslation('mailboxes');
  const letters = useList(
    listLettersRoute,
    { params: { id: mailboxId }, query: { limit: 20 } },
    { on: ['mail.received', 'mailbox.*'], everyMs: 30_000 },
  );
  if (letters.status === 'error') return <ErrorPlace error={letters.error} onRetry={letters.retry} />;
  if (letters.status !== 'ready') return <TextSkeleton lines={4} />;
  if (letters.items.length === 0) return <p className="hy-quiet">{t('noLetters')}</p>;
  return (
    <ul className="hy-letters">
      {letters.items.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </ul>
  );
}

function Letter({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('mailboxes');
  const to = letter.feedbackId ? `/feedback/${letter.feedbackId}` : letter.caseId ? `/cases/${letter.caseId}` : null;
  const subject = letter.subject || t('noSubject');
  return (
    <li>
      <div className="hy-row-line">
        <span className="hy-grow hy-one-line">
          {to ? (
            <GoLink to={to} className="hy-link">
              {subject}
            </GoLink>
          ) : (
            subject
          )}
        </span>
        <RelativeTime at={letter.receivedAt} />
      </div>
      <div className="hy-row-line hy-quiet">
        <span className="hy-one-line">{letter.from || t('unknownSender')}</span>
        <span className="hy-grow" />
        <PlainTag>{t(`kinds.${letter.kind}`)}</PlainTag>
        {letter.reason && (
          <span className="hy-faint">{t(`reasons.${letter.reason}`, { defaultValue: letter.reason })}</span>
        )}
      </div>
      <AttachmentList items={letter.attachments} />
    </li>
  );
}
