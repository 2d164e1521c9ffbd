// The form that starts a re-judgement: which engine's work, which channel, which theme, said when.
import { Button, DatePicker, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useSession } from '../../../../ui/client/session.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { dayStart, nextDay } from '../../../../ui/zone-day.ts';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { leafOptions, useThemeNames } from '../../themes/web/theme-names.part.tsx';
import { listJudgementRunsRoute, startJudgementRunRoute } from '../core/judgement.contract.ts';

const DAY = 'YYYY-MM-DD';

export function StartRun() {
  const { t } = useTranslation(['pageunderstand', 'pagecollect']);
  const toast = useToast();
  const names = useThemeNames();
  const [outdatedOnly, setOutdatedOnly] = useState(false);
  const [channel, setChannel] = useState<string | null>(null);
  const [theme, setTheme] = useState<string | null>(null);
  const [days, setDays] = useState<[string, string]>(['', '']);
  const { workspace } = useSession();
  const [first, last] = days;
  const span = {
    ...(first ? { from: dayStart(first, workspace.timeZone) } : {}),
    ...(last ? { to: dayStart(nextDay(last), workspace.timeZone) } : {}),
  };
  const start = useVerb(startJudgementRunRoute, {
    refresh: [listJudgementRunsRoute],
    onDone: () => toast.done(t('judging.started')),
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <Section title={t('judging.scope')}>
      <div className="hy-judging-scope">
        <Radio.Group
          value={outdatedOnly}
          aria-label={t('judging.scope')}
          options={[
            { value: false, label: t('judging.all') },
            { value: true, label: t('judging.outdated') },
          ]}
          onChange={(event) => setOutdatedOnly(event.target.value as boolean)}
        />
        <Select<string>
          value={channel}
          allowClear
          placeholder={t('judging.anyChannel')}
          aria-label={t('judging.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`pagecollect:channel.${value}`) }))}
          onChange={(next) => setChannel(next ?? null)}
        />
        <Select<string>
          value={theme}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          placeholder={t('judging.anyTheme')}
          aria-label={t('judging.theme')}
          options={leafOptions(names)}
          onChange={(next) => setTheme(next ?? null)}
        />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          aria-label={t('judging.said')}
          placeholder={[t('judging.whenFrom'), t('judging.whenTo')]}
          value={[first ? dayjs(first) : null, last ? dayjs(last) : null]}
          onChange={(range) => setDays([range?.[0]?.format(DAY) ?? '', range?.[1]?.format(DAY) ?? ''])}
        />
        <Button
          type="primary"
          loading={start.isPending}
          onClick={() =>
            start.mutate({
              body: { outdatedOnly, ...(channel ? { channel } : {}), ...(theme ? { theme } : {}), ...span },
            })
          }
        >
          {t('judging.start')}
        </Button>
      </div>
    </Section>
  );
}
