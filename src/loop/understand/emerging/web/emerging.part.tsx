// Complaints that rise beyond chance: what, since when, how sure, in whose words; from here a problem is opened or the matter laid to rest.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { NumberDoor } from '../../../../ui/number-door.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  dismissEmergingRoute,
  type EmergingView,
  listEmergingRoute,
  reviveEmergingRoute,
} from '../core/emerging.contract.ts';
import { chanceWords, titleWords } from './emerging-words.ts';
import './emerging.css';

/** @param quiet draws nothing while nothing rises: for pages that are about other things */
export function EmergingProblems({ quiet }: { quiet?: boolean }) {
  const { t } = useTranslation('emerging');
  const [isShowing, setShowing] = useState(false);
  const rising = useRead(listEmergingRoute, { query: { limit: 20 } }, { on: ['emerging.*'], freshMs: 60_000 });
  const past = useRead(
    listEmergingRoute,
    { query: { state: 'dismissed', limit: 20 } },
    { on: ['emerging.*'], enabled: isShowing },
  );
  const items = rising.data?.items ?? [];
  if (quiet && items.length === 0) return null;
  return (
    <Section
      title={t('title')}
      sentence={t('sentence')}
      flush
      end={
        quiet ? (
          <GoLink to="/themes" className="hy-link">
            {t('all', { count: items.length })}
          </GoLink>
        ) : (
          <Button size="small" type="text" aria-expanded={isShowing} onClick={() => setShowing(!isShowing)}>
            {t('dismissed')}
          </Button>
        )
      }
    >
      {!rising.data && !rising.error && (
        <div className="hy-emerging-none">
          <TextSkeleton lines={3} />
        </div>
      )}
      {rising.error && !rising.data && <p className="hy-emerging-none">{t('unreadable')}</p>}
      {rising.data && items.length === 0 && <p className="hy-emerging-none">{t('none')}</p>}
      <ul className="hy-emerging">
        {(quiet ? items.slice(0, 3) : items).map((one) => (
          <Rise key={one.id} one={one} isShort={quiet === true} />
        ))}
        {isShowing && past.data?.items.map((one) => <Rise key={one.id} one={one} />)}
      </ul>
      {isShowing && past.data?.items.length === 0 && <EmptyPlace title={t('noDismissed')} />}
    </Section>
  );
}

function Rise({ one, isShort }: { one: EmergingView; isShort?: boolean }) {
  const { t, i18n } = useTranslation(['emerging', 'text']);
  const toast = useToast();
  const go = useGo();
  const mayEdit = useCan('theme.edit');
  const mayOpen = useCan('problem.edit');
  const verb = { refresh: [listEmergingRoute], onProblem: (problem: unknown) => toast.problem(problem as never) };
  const revive = useVerb(reviveEmergingRoute, verb);
  const dismiss = useVerb(dismissEmergingRoute, {
    ...verb,
    onDone: (done) =>
      toast.done(t('emerging:dismissedDone'), {
        label: t('emerging:bringBack'),
        run: () => revive.mutate({ params: { id: done.id } }),
      }),
  });
  const title = titleWords(t, one);
  const isRising = one.state === 'rising';
  const openProblem = () =>
    go('/problems', {
      new: '1',
      title: title.slice(0, 200),
      feedback: one.feedbackIds.slice(0, 100).join(','),
      ...(one.product ? { product: one.product.id } : {}),
    });
  return (
    <li className={isRising ? undefined : 'hy-emerging-past'}>
      <div className="hy-emerging-head">
        <strong>{title}</strong>
        <NumberDoor
          size="inline"
          tone="negative"
          value={one.observed}
          text={t('emerging:rise', {
            count: one.observed,
            observed: new Intl.NumberFormat(i18n.language).format(one.observed),
            expected: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(one.expected),
          })}
          formula={t('emerging:formula')}
          window={`${one.since} – ${one.lastDay}`}
          to="/feedback"
          search={{
            saidFrom: one.since,
            saidTo: one.lastDay,
            sentiment: 'negative',
            ...(one.product ? { product: one.product.id } : {}),
          }}
        />
      </div>
      <p className="hy-quiet">
        {t('emerging:since', { day: one.since })} {chanceWords(t, one.falseAYear)}
      </p>
      {!isShort && one.phrases.length > 0 && (
        <p className="hy-emerging-phrases">
          <span className="hy-faint">{t('emerging:phrases')}</span>
          {one.phrases.map((phrase) => (
            <PlainTag key={phrase}>{phrase}</PlainTag>
          ))}
        </p>
      )}
      <ul className="hy-emerging-samples">
        {one.samples.slice(0, isShort ? 1 : 3).map((voice) => (
          <li key={voice.id}>
            <GoLink to={`/feedback/${voice.id}`}>
              <span className="hy-emerging-words">{voice.text}</span> <RelativeTime at={voice.occurredAt} />
            </GoLink>
          </li>
        ))}
      </ul>
      {!isRising && one.endedBy && (
        <p className="hy-faint">
          {t('emerging:dismissedBy', { name: one.endedBy })} {one.reason}
        </p>
      )}
      <p className="hy-emerging-deeds">
        {isRising && mayOpen && (
          <Button size="small" type="primary" onClick={openProblem}>
            {t('emerging:openProblem')}
          </Button>
        )}
        {isRising && mayEdit && (
          <ConfirmButton
            size="small"
            question={t('emerging:dismissQuestion')}
            detail={t('emerging:dismissDetail')}
            deed={t('emerging:dismiss')}
            onConfirm={() => dismiss.mutate({ params: { id: one.id }, body: {} })}
          >
            {t('emerging:dismiss')}
          </ConfirmButton>
        )}
        {one.state === 'dismissed' && mayEdit && (
          <Button size="small" loading={revive.isPending} onClick={() => revive.mutate({ params: { id: one.id } })}>
            {t('emerging:bringBack')}
          </Button>
        )}
      </p>
    </li>
  );
}
