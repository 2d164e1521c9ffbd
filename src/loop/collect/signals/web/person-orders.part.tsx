// What a customer bought and sent back, beside his case; nothing where nothing is known.
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { personOrdersRoute } from '../core/signal-routes.contract.ts';
import './signals.css';

export function PersonOrders({ personId }: { personId: string }) {
  const { t, i18n } = useTranslation('pagesignals');
  const may = useCan('signal.read');
  const { data } = useRead(
    personOrdersRoute,
    { params: { id: personId }, query: { limit: 3 } },
    { enabled: may, on: ['signal.received'], freshMs: 30_000 },
  );
  if (!data || (data.items.length === 0 && !data.lastVisitAt)) return null;
  return (
    <Section
      title={t('orders.title')}
      end={
        <GoLink to="/signals" search={{ person: personId }} className="hy-link">
          {t('orders.all')}
        </GoLink>
      }
    >
      <p className="hy-quiet hy-figure" style={{ margin: 0 }}>
        {t('orders.sum', { orders: data.orders, refunds: data.refunds, returns: data.returns })}
      </p>
      <ul className="sig-orders">
        {data.items.map((one) => (
          <li key={one.orderKey}>
            <div className="hy-row-line">
              <span className={`sig-kind sig-kind-${one.state}`}>
                <i aria-hidden />
                {t(`kind.${one.state}`)}
              </span>
              <span className="hy-grow" />
              <span className="hy-figure">
                {one.amountMinor !== null &&
                  one.currency &&
                  moneyText({ minor: one.amountMinor, currency: one.currency }, i18n.language)}
              </span>
            </div>
            <div className="hy-one-line">{one.products.join(t('comma')) || '–'}</div>
            <div className="hy-quiet">
              <span className="hy-figure">{one.orderNo}</span> · <RelativeTime at={one.stateAt} />
              {one.refundedMinor > 0 &&
                one.currency &&
                ` · ${t('orders.refunded', { amount: moneyText({ minor: one.refundedMinor, currency: one.currency }, i18n.language) })}`}
            </div>
          </li>
        ))}
      </ul>
      {data.lastVisitAt && (
        <p className="hy-quiet" style={{ margin: 0 }}>
          {t('orders.lastVisit')} <RelativeTime at={data.lastVisitAt} />
        </p>
      )}
    </Section>
  );
}
