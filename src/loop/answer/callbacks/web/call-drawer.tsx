// What a caller needs before him: the number, the script, the case, and one button for what came of it.
import { Button, Drawer, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../../ui/client/call.ts';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag, StatusTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { RevealOriginal } from '../../../act/cases/web/reveal-original.part.tsx';
import { CALLBACK_OUTCOMES, type CallbackOutcome, type CallbackView } from '../core/callback.contract.ts';
import {
  caseCallbacksRoute,
  dropCallbackRoute,
  getCallbackRoute,
  listCallbacksRoute,
  revealCallbackPhoneRoute,
  settleCallbackRoute,
  tryCallbackRoute,
} from '../core/callback-routes.contract.ts';
import './callbacks.css';

export function CallDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('callbacks');
  const [language, setLanguage] = useState<'zh-CN' | 'en' | undefined>();
  const [phone, setPhone] = useState<string | null>(null);
  const read = useRead(getCallbackRoute, { params: { id }, query: { language } }, { on: ['callback.*'] });
  const one = read.data;
  return (
    <Drawer
      open
      title={one ? (one.person?.name ?? t('unnamed')) : t('title')}
      size="min(720px, 100vw)"
      onClose={onClose}
    >
      {read.error && <ErrorPlace error={read.error} />}
      {!one && !read.error && <TextSkeleton lines={10} />}
      {one && (
        <div className="cbk-call">
          <p className="cbk-head">
            <PlainTag>{t(`reason.${one.reason}`)}</PlainTag>
            <GoLink to={`/cases/${one.case.id}`} className="hy-link">
              #{one.case.number} {one.case.title}
            </GoLink>
            <StatusTag value={one.case.status as never} />
            <span className={one.late ? 'cbk-late' : 'hy-quiet'}>
              {t('due')} <RelativeTime at={one.dueAt} />
            </span>
          </p>
          <p className="cbk-phone">
            {phone ? (
              <a href={`tel:${phone}`} className="hy-figure">
                {phone}
              </a>
            ) : one.phoneHint ? (
              <>
                <span className="hy-figure">{one.phoneHint}</span>
                <RevealOriginal
                  label={t('showPhone')}
                  reveal={(reason) => call(revealCallbackPhoneRoute, { params: { id }, body: { reason } })}
                  onShown={(shown) => setPhone(shown.phone)}
                />
              </>
            ) : (
              <span className="hy-faint">{t('noPhone')}</span>
            )}
          </p>
          <Section
            title={t('script', { name: one.script.name })}
            end={
              <Segmented
                size="small"
                aria-label={t('scriptLanguage')}
                value={one.script.language}
                options={[
                  { value: 'zh-CN', label: '中文' },
                  { value: 'en', label: 'English' },
                ]}
                onChange={setLanguage}
              />
            }
          >
            <p className="cbk-script" lang={one.script.language}>
              {one.script.text}
            </p>
          </Section>
          <Section title={t('said')}>
            {one.voices.map((voice) => (
              <blockquote key={voice.id} className="cbk-voice">
                {voice.text} <RelativeTime at={voice.at} />
              </blockquote>
            ))}
            {one.lastReply && (
              <p className="hy-quiet">
                {t('told')} {one.lastReply.text}
              </p>
            )}
            {one.resolutionNote && (
              <p className="hy-quiet">
                {t('did')} {one.resolutionNote}
              </p>
            )}
          </Section>
          <Attempts one={one} language={i18n.language} />
          {one.state === 'open' && <Outcome one={one} onDone={onClose} />}
        </div>
      )}
    </Drawer>
  );
}

function Attempts({ one }: { one: CallbackView; language: string }) {
  const { t } = useTranslation('callbacks');
  if (one.attempts.length === 0) return null;
  return (
    <Section title={t('attempts', { done: one.attempts.length, most: one.maxAttempts })}>
      <ul className="cbk-attempts">
        {one.attempts.map((attempt) => (
          <li key={attempt.at}>
            <RelativeTime at={attempt.at} /> · {attempt.by} · {t(`outcome.${attempt.outcome}`)}{' '}
            {attempt.note && `· ${attempt.note}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const READS = [listCallbacksRoute, caseCallbacksRoute, getCallbackRoute];

function Outcome({ one, onDone }: { one: CallbackView; onDone: () => void }) {
  const { t } = useTranslation('callbacks');
  const toast = useToast();
  const mayWork = useCan('callback.work');
  const [outcome, setOutcome] = useState<CallbackOutcome | null>(null);
  const [note, setNote] = useState('');
  const [words, setWords] = useState('');
  const onProblem = (problem: unknown) => toast.problem(problem as never);
  const done = (key: string) => () => {
    toast.done(t(key));
    onDone();
  };
  const settle = useVerb(settleCallbackRoute, {
    refresh: READS,
    onDone: (answer) => done(answer.reopened ? 'nowReopened' : 'nowDone')(),
    onProblem,
  });
  const again = useVerb(tryCallbackRoute, { refresh: READS, onDone: done('nowTried'), onProblem });
  const drop = useVerb(dropCallbackRoute, { refresh: READS, onDone: done('nowDropped'), onProblem });
  if (!mayWork) return null;
  const params = { id: one.id };
  const body = note.trim() ? { note: note.trim() } : {};
  const ready =
    outcome !== null && (outcome !== 'new_issue' || words.trim()) && (outcome !== 'not_fixed' || note.trim());
  return (
    <Section title={t('whatCame')}>
      <div className="cbk-outcomes" role="radiogroup" aria-label={t('whatCame')}>
        {CALLBACK_OUTCOMES.map((value) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of big buttons, one of which is chosen
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={outcome === value}
            className={outcome === value ? 'cbk-outcome cbk-chosen' : 'cbk-outcome'}
            onClick={() => setOutcome(value)}
          >
            {t(`outcome.${value}`)}
          </button>
        ))}
      </div>
      {outcome === 'new_issue' && (
        <Input.TextArea
          autoSize={{ minRows: 2 }}
          value={words}
          maxLength={4000}
          aria-label={t('words')}
          placeholder={t('words')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <Input.TextArea
        autoSize={{ minRows: 2 }}
        value={note}
        maxLength={1000}
        aria-label={t('note')}
        placeholder={t(outcome === 'not_fixed' ? 'noteNeeded' : 'note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="cbk-deeds">
        <Button
          type="primary"
          disabled={!ready}
          loading={settle.isPending}
          onClick={() =>
            outcome &&
            settle.mutate({ params, body: { outcome, ...body, ...(words.trim() ? { words: words.trim() } : {}) } })
          }
        >
          {t('save')}
        </Button>
        <Button loading={again.isPending} onClick={() => again.mutate({ params, body })}>
          {t('noAnswer', { left: one.maxAttempts - one.attempts.length - 1 })}
        </Button>
        <Button
          type="text"
          disabled={note.trim().length < 2}
          loading={drop.isPending}
          onClick={() => drop.mutate({ params, body: { note: note.trim() } })}
        >
          {t('drop')}
        </Button>
      </div>
    </Section>
  );
}
