// The bell in the header: who called, what was given, which promise is close; a click leads to the case.
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useGo } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { listNotificationsRoute, type Notification, readNotificationsRoute } from '../core/case-views.contract.ts';
import './cases.css';

const icons: Record<Notification['kind'], IconName> = {
  mention: 'note',
  assigned: 'assign',
  clock_warned: 'clock',
  clock_breached: 'warning',
  escalated: 'bolt',
  woke: 'snooze',
  review_due: 'verify',
  promise_due: 'promise',
  promise_missed: 'warning',
  callback_due: 'phone',
  rated_low: 'warning',
  emerging: 'bolt',
};

export function Bell() {
  const { t } = useTranslation('deskcases');
  const go = useGo();
  const [open, setOpen] = useState(false);
  const read = useRead(
    listNotificationsRoute,
    { query: { limit: 30 } },
    { on: ['case.*', 'clock.*', 'action.review_due', 'emerging.found'], everyMs: 60_000 },
  );
  const mark = useVerb(readNotificationsRoute, { refresh: [listNotificationsRoute] });
  const items = read.data?.items ?? [];
  const unread = read.data?.unread ?? 0;
  const visit = (one: Notification) => {
    setOpen(false);
    if (!one.readAt) mark.mutate({ body: { ids: [one.id] } });
    go(one.about?.path ?? `/cases/${one.case?.id}`);
  };
  const content = (
    <div className="desk-bell">
      <header>
        <strong>{t('bell.title')}</strong>
        <span className="hy-grow" />
        {unread > 0 && (
          <Button size="small" type="text" onClick={() => mark.mutate({ body: {} })}>
            {t('bell.readAll')}
          </Button>
        )}
      </header>
      {items.length === 0 && <p className="hy-quiet desk-bell-none">{t('bell.empty')}</p>}
      <ul>
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" className={one.readAt ? undefined : 'desk-unread'} onClick={() => visit(one)}>
              <Icon name={icons[one.kind]} size={16} />
              <span>
                <span className="desk-bell-words">
                  {t(`cases:bell.${one.kind === 'assigned' && !one.by ? 'assigned_auto' : one.kind}`, {
                    by: one.by ?? t('bell.product'),
                    number: one.about?.number ?? one.case?.number,
                  })}
                  {!one.readAt && <span className="hy-hidden"> {t('bell.unread')}</span>}
                </span>
                <span className="hy-one-line hy-quiet">{one.about?.title ?? one.case?.title}</span>
              </span>
              <RelativeTime at={one.createdAt} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={content}
      styles={{ container: { padding: 0 } }}
    >
      <button
        type="button"
        className="hy-header-button"
        aria-expanded={open}
        aria-label={unread > 0 ? t('bell.some', { count: unread }) : t('bell.title')}
      >
        <Badge count={unread} size="small" overflowCount={99} offset={[2, 0]}>
          <svg
            className="hy-icon desk-bell-icon"
            width="18"
            height="18"
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d="M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3" />
          </svg>
        </Badge>
      </button>
    </Popover>
  );
}
