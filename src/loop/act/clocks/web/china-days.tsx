// Fills in China's official days off and make-up workdays, and says how far they have been announced.
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { call } from '../../../../ui/client/call.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { getChinaHolidaysRoute } from '../core/calendar.contract.ts';
import { withAnnounced } from './calendar-days.ts';

/** Two years back for cases still open, one ahead for what has been announced. */
function yearsAround(today: string) {
  const year = Number(today.slice(0, 4));
  return { fromYear: year - 1, toYear: year + 1 };
}

export function AnnouncedNotice({ today }: { today: string }) {
  const { t } = useTranslation('pageclocks');
  const read = useRead(getChinaHolidaysRoute, { query: yearsAround(today) }, { freshMs: 3_600_000 });
  if (!read.data) return null;
  return (
    <p className="hy-notice" style={{ margin: '12px 0 0' }}>
      <Icon name="info" size={16} />
      {t('clocks:calendar.announcedThrough', { year: read.data.announcedThroughYear })}
    </p>
  );
}

export function FillChinaDays(props: { hours: Calendar; today: string; onChange: (hours: Calendar) => void }) {
  const { t } = useTranslation('pageclocks');
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const fill = async () => {
    setBusy(true);
    try {
      const query = yearsAround(props.today);
      const days = await client.fetchQuery({
        queryKey: [getChinaHolidaysRoute.id, { query }],
        queryFn: () => call(getChinaHolidaysRoute, { query }),
      });
      const before = props.hours;
      props.onChange(withAnnounced(before, days));
      toast.done(t('month.filled', { off: days.holidays.length, on: days.workdays.length }), {
        label: t('month.undo'),
        run: () => props.onChange(before),
      });
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void fill()}>
      {t('month.fill')}
    </Button>
  );
}
