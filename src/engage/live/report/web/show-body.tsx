// The report of a show on the screen: one clock for the strip, the lines and everything that can be jumped to.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { majorUnits, moneyText } from '../../../../kit/money.ts';
import { FigureStrip, NumberDoor } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import { heardOfOrders, type ShowRecord } from '../core/show-record.contract.ts';
import type { FollowupView } from '../core/show-report.contract.ts';
import { AlarmTable } from './alarm-table.tsx';
import { MomentCards } from './moment-cards.tsx';
import { PlainTable } from './plain-table.tsx';
import { ProductTable } from './product-table.tsx';
import { QuestionTable } from './question-table.tsx';
import { secondText, spanOf } from './say-span.ts';
import { Scrubber } from './scrubber.tsx';
import { useShowWords } from './use-show-words.ts';

export function ShowBody({
  showId,
  record,
  followups,
}: {
  showId: string;
  record: ShowRecord;
  followups: readonly FollowupView[];
}) {
  const { t } = useTranslation('livereport');
  const [second, setSecond] = useState(0);
  const words = useShowWords(record);
  const jump = (at: number) => {
    setSecond(Math.max(0, Math.floor((at - record.startedAt) / 1000)));
    document.getElementById('show-strip')?.scrollIntoView({ block: 'start' });
  };
  const { health } = record;
  const gapMs = health.gaps.reduce((sum, one) => sum + Math.max(0, one.to - one.from), 0);
  return (
    <>
      <Figures record={record} />
      <div id="show-strip" />
      <Section title={t('timeline.title')} sentence={t('timeline.note')}>
        <Scrubber showId={showId} record={record} second={second} onSecond={setSecond} />
      </Section>
      <Section title={t('products.title')} sentence={t('products.note')} flush>
        <ProductTable record={record} words={words} />
      </Section>
      <Section title={t('moments.title')} sentence={t('moments.note')}>
        <MomentCards record={record} words={words} onJump={jump} />
      </Section>
      <Section title={t('unanswered.title')} sentence={t('page.unanswered_note')} flush>
        <QuestionTable
          showId={showId}
          record={record}
          words={words}
          followups={followups}
          onJump={jump}
          isAnswered={false}
        />
      </Section>
      <Section title={t('alerts.title')} flush>
        <AlarmTable showId={showId} record={record} words={words} followups={followups} onJump={jump} />
      </Section>
      <Section title={t('answered.title')} flush>
        <QuestionTable showId={showId} record={record} words={words} followups={followups} onJump={jump} isAnswered />
      </Section>
      <Section title={t('words.title')} sentence={t('words.note')} flush>
        <PlainTable
          label={t('words.title')}
          empty={t('words.empty')}
          head={[t('column.word'), t('column.from'), t('column.to'), t('column.times')]}
          numeric={[3]}
          rows={record.bursts.map((one) => ({
            key: `${one.word} ${one.from}`,
            cells: [one.word, words.clock(one.from), words.clock(one.to), words.number(one.count)],
            onOpen: () => jump(one.from),
          }))}
        />
      </Section>
      <Section title={t('interactions.title')} flush>
        <PlainTable
          label={t('interactions.title')}
          empty={t('interactions.empty')}
          head={[t('column.kind'), t('column.from'), t('column.to'), t('column.people'), t('column.result')]}
          numeric={[3]}
          rows={record.interactions.map((one) => ({
            key: one.interactionId,
            cells: [
              t(`interaction.${one.kind}`),
              words.clock(one.openedAt),
              one.closedAt === null ? '–' : words.clock(one.closedAt),
              words.number(one.people),
              Object.entries(one.tallies)
                .map(([choice, votes]) => `${choice}: ${words.number(votes)}`)
                .join(' · ') || '–',
            ],
            onOpen: () => jump(one.openedAt),
          }))}
        />
      </Section>
      <Section title={t('limits.title')}>
        <ul className="show-limits">
          <li>
            {t('limits.complete', {
              share: words.share(health.completeness),
              gaps: words.number(health.gaps.length),
              span: spanOf(t, gapMs),
            })}
          </li>
          <li>
            {t('limits.repeated', { repeated: words.number(health.repeated), unread: words.number(health.unread) })}
          </li>
          {health.shed > 0 && (
            <li>{t('limits.sampled', { share: words.share(health.sampling), shed: words.number(health.shed) })}</li>
          )}
          <li>
            {Object.keys(record.hidden).length === 0
              ? t('limits.none_hidden')
              : t('limits.hidden', {
                  list: Object.entries(record.hidden)
                    .map(
                      ([reason, count]) => `${t(`hidden.${reason}`, { defaultValue: reason })} ${words.number(count)}`,
                    )
                    .join(' · '),
                })}
          </li>
          {record.lags.map((lag) => (
            <li key={lag.productId}>
              {t('limits.lag', {
                product: words.product(lag.productId),
                span: spanOf(t, lag.lagMs),
                r: lag.r.toFixed(2),
                minutes: words.number(Math.round((lag.buckets * record.bucketMs) / 60_000)),
              })}
            </li>
          ))}
        </ul>
        <p className="hy-quiet">
          {t('page.length', { length: secondText((record.endedAt - record.startedAt) / 1000) })}
        </p>
      </Section>
    </>
  );
}

function Figures({ record }: { record: ShowRecord }) {
  const { t, i18n } = useTranslation('livereport');
  const words = useShowWords(record);
  const { figures, health } = record;
  const sales = { minor: figures.gmvMinor, currency: figures.currency };
  const sold = heardOfOrders(record);
  const door = (key: string, value: number | null, text?: string) => (
    <NumberDoor
      key={key}
      label={t(`figures.${key}.name`)}
      value={value}
      {...(text === undefined ? {} : { text })}
      formula={t(`figures.${key}.means`)}
      window={t('page.whole_show')}
    />
  );
  const share = figures.questions > 0 ? figures.answered / figures.questions : null;
  // Eight of them: one row, two rows of four, or four of two, and never one alone.
  return (
    <div className="show-figures">
      <FigureStrip label={t('figures.title')}>
        {door('comments', figures.comments)}
        {door('commenters', figures.commenters)}
        {door('peak', figures.peakOnline)}
        {sold
          ? // The tables hold the amount to the cent; here it must fit.
            door('gmv', majorUnits(sales.minor, sales.currency), moneyText(sales, i18n.language, { isShort: true }))
          : door('gmv', null)}
        {door('orders', sold ? figures.paid : null)}
        {door('questions', figures.questions)}
        {door('answered', share, share === null ? '–' : words.share(share))}
        {door('completeness', health.completeness, words.share(health.completeness))}
      </FigureStrip>
    </div>
  );
}
