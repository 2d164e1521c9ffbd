// Which products are complained of most, and which channels the voices came by.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { OverviewView } from '../core/overview.contract.ts';
import { daysOf, windowOf } from './doors.ts';

function Figures({ head, children }: { head: readonly string[]; children: ReactNode }) {
  return (
    <div className="hy-figures-box">
      <table className="hy-figures-table">
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function ProductTable({ view }: { view: OverviewView }) {
  const { t, i18n } = useTranslation('pageoverview');
  const window = windowOf(view);
  return (
    <Section title={t('products.title')} sentence={t('products.sentence')} flush>
      {view.products.length === 0 ? (
        <p className="hy-overview-none">{t('products.none')}</p>
      ) : (
        <Figures head={[t('products.product'), t('products.negative'), t('products.share'), t('products.stars')]}>
          {view.products.slice(0, 8).map((product) => (
            <tr key={product.id}>
              <th scope="row">{product.name}</th>
              <td>
                <NumberDoor
                  size="inline"
                  value={product.negative}
                  formula={t('formula.productNegative')}
                  window={window}
                  to="/feedback"
                  search={{ ...daysOf(view), product: product.id, sentiment: 'negative' }}
                />
              </td>
              <td>
                <NumberDoor
                  size="inline"
                  form="percent"
                  value={product.count > 0 ? product.negative / product.count : null}
                  formula={t('formula.productShare')}
                  denominator={t('base', { text: numberText(product.count, 'plain', i18n.language) })}
                  window={window}
                  to="/feedback"
                  search={{ ...daysOf(view), product: product.id }}
                />
              </td>
              <td className="hy-quiet">{numberText(product.averageRating, 'plain', i18n.language)}</td>
            </tr>
          ))}
        </Figures>
      )}
    </Section>
  );
}

export function ChannelTable({ view }: { view: OverviewView }) {
  const { t, i18n } = useTranslation(['pageoverview', 'pagecollect']);
  const window = windowOf(view);
  const all = view.channels.reduce((sum, one) => sum + one.count, 0);
  const signed = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return (
    <Section title={t('channels.title')} flush>
      <Figures
        head={[
          t('channels.channel'),
          t('channels.count'),
          t('channels.share'),
          t('channels.previous'),
          t('metric.netSentiment'),
        ]}
      >
        {view.channels.map((one) => (
          <tr key={one.channel}>
            <th scope="row">{t(`pagecollect:channel.${one.channel}`)}</th>
            <td>
              <NumberDoor
                size="inline"
                value={one.count}
                formula={t('formula.voices')}
                window={window}
                to="/feedback"
                search={{ ...daysOf(view), channel: one.channel, repeats: 'hide' }}
              />
            </td>
            <td>
              <span className="hy-share">
                <i aria-hidden>
                  <b style={{ width: `${all > 0 ? (one.count / all) * 100 : 0}%` }} />
                </i>
                {numberText(all > 0 ? one.count / all : null, 'percent', i18n.language)}
              </span>
            </td>
            <td className="hy-quiet">{numberText(one.previous, 'plain', i18n.language)}</td>
            <td>
              <NumberDoor
                size="inline"
                value={one.netSentiment}
                text={one.netSentiment === null ? '–' : signed.format(one.netSentiment)}
                formula={t('formula.netSentiment')}
                denominator={t('base', { text: numberText(one.count, 'plain', i18n.language) })}
                window={window}
              />
            </td>
          </tr>
        ))}
      </Figures>
    </Section>
  );
}
