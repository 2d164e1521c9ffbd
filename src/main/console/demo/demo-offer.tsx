// Offers the demo shop, shows how far its making has come, and lets the visitor in.
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../ui/client/hooks.ts';
import { problemText } from '../../../ui/client/problem.ts';
import { type DemoView, enterDemoRoute, makeDemoRoute, readDemoRoute } from '../../demo/demo.contract.ts';
import './demo.css';

const LOOK_EVERY_MS = 700;

/** @param token of the first owner's one-time link; left out by members, who may as they are */
export function DemoOffer({ token, plain = false }: { token?: string; plain?: boolean }) {
  const { t } = useTranslation('demo');
  const { t: tConsole } = useTranslation('console');
  const client = useQueryClient();
  const [trouble, setTrouble] = useState('');
  const [asked, setAsked] = useState(false);
  const query = token ? { token } : {};
  const [making, setMaking] = useState(false);
  const demo = useRead(
    readDemoRoute,
    { query },
    { freshMs: 0, ...(asked || making ? { everyMs: LOOK_EVERY_MS } : {}) },
  );
  const state = demo.data?.state;
  if ((state === 'making') !== making) setMaking(state === 'making');
  const onProblem = (problem: Parameters<typeof problemText>[1]) => setTrouble(problemText(tConsole, problem));
  const make = useVerb(makeDemoRoute, { refresh: [readDemoRoute], onProblem });
  const enter = useVerb(enterDemoRoute, {
    // Another shop, another session: everything known so far is of no use any more.
    onDone: () => {
      client.clear();
      window.location.assign('/');
    },
    onProblem,
  });
  if (!demo.data?.allowed || demo.data.inside) return null;
  const begin = () => {
    setTrouble('');
    setAsked(true);
    make.mutate({ body: query });
  };
  return (
    <section className={plain ? 'hy-demo hy-demo-plain' : 'hy-demo'} aria-labelledby="demo-title">
      <h2 id="demo-title">{t(state === 'making' ? 'making.title' : 'offer.title')}</h2>
      {state === 'making' ? <Making demo={demo.data} /> : <p className="hy-quiet">{t('offer.text')}</p>}
      {state === 'failed' && <p role="alert">{t('offer.failed')}</p>}
      {trouble && <p role="alert">{trouble}</p>}
      {state === 'ready' && (
        <Button size="large" block loading={enter.isPending} onClick={() => enter.mutate({ body: query })}>
          {t('offer.enter')}
        </Button>
      )}
      {(state === 'none' || state === 'failed') && (
        <Button size="large" block loading={make.isPending} onClick={begin}>
          {t(state === 'failed' ? 'offer.again' : 'offer.action')}
        </Button>
      )}
    </section>
  );
}

function Making({ demo }: { demo: DemoView }) {
  const { t } = useTranslation('demo');
  const { voices, cases, replies, ratings } = demo.counts;
  const share = Math.floor((100 * demo.day) / Math.max(1, demo.days));
  return (
    <div role="status">
      <Progress percent={share} aria-label={t('making.title')} strokeColor="var(--accent)" />
      <p className="hy-demo-day">{t('making.day', { day: demo.day, days: demo.days })}</p>
      <p className="hy-quiet">{t('making.counts', { voices, cases, replies, ratings })}</p>
      <p className="hy-quiet">{t('making.hint')}</p>
    </div>
  );
}
