// Every deed of the desk has a key; the sheet behind "?" lists them.
import { useTranslation } from 'react-i18next';
import { type KeyBinding, useKeys } from '../../../../ui/keys.tsx';
import { signal } from './signals.ts';
import { useDeeds } from './use-deeds.ts';
import { useDeskHere } from './use-desk.tsx';
import { usePin } from './use-pin.ts';
import { useSelection } from './use-selection.tsx';

export function DeskKeys() {
  const { t } = useTranslation('livedesk');
  const { store } = useDeskHere();
  const selection = useSelection();
  const deeds = useDeeds();
  const pin = usePin();
  const queueGroup = t('keys.queue');
  const airGroup = t('keys.air');
  const chosenAlert = () => selection.queue.alerts.find((one) => one.alertId === selection.chosen);
  const chosenGroup = () => selection.queue.groups.find((one) => one.groupId === selection.chosen);
  const bindings: KeyBinding[] = [
    { keys: 'j', label: t('keys.next'), group: queueGroup, repeats: true, run: () => selection.move(1) },
    { keys: 'k', label: t('keys.previous'), group: queueGroup, repeats: true, run: () => selection.move(-1) },
    {
      keys: 'a',
      label: t('keys.done'),
      group: queueGroup,
      run: () => {
        const alert =
          chosenAlert() ??
          (selection.chosen
            ? undefined
            : selection.queue.alerts.find((one) => one.state === 'open' && one.kind !== 'wave'));
        const group = chosenGroup() ?? (selection.chosen ? undefined : selection.meant(0));
        selection.touch();
        if (alert) deeds.acknowledge(alert);
        else if (group) deeds.answer(group);
      },
    },
    ...Array.from({ length: 9 }, (_, at) => ({
      keys: String(at + 1),
      label: t(at === 0 ? 'keys.answer_all' : 'keys.answer', { place: at + 1 }),
      sheet: at === 0 ? '1–9' : null,
      group: queueGroup,
      run: () => {
        const group = selection.meant(at);
        selection.touch();
        if (group) deeds.answer(group);
      },
    })),
    { keys: 'q', label: t('keys.hand'), group: queueGroup, run: () => withGroup(deeds.hand) },
    { keys: 'd', label: t('keys.dismiss'), group: queueGroup, run: () => withGroup(deeds.dismiss) },
    { keys: 'm', label: t('keys.merge'), group: queueGroup, run: () => withGroup(deeds.merge) },
    {
      keys: 'c',
      label: t('keys.case'),
      group: queueGroup,
      run: () => {
        const alert =
          chosenAlert() ?? selection.queue.alerts.find((one) => one.state === 'open' && one.kind !== 'wave');
        selection.touch();
        if (alert) deeds.openCase(alert);
      },
    },
    { keys: 'u', label: t('keys.undo'), group: queueGroup, run: deeds.undo },
    ...Array.from({ length: 9 }, (_, at) => ({
      keys: `p ${at + 1}`,
      label: t(at === 0 ? 'keys.pin_all' : 'keys.pin', { index: at + 1 }),
      sheet: at === 0 ? 'p 1–9' : null,
      group: airGroup,
      run: () => pin.byIndex(at + 1),
    })),
    { keys: ']', label: t('keys.pin_next'), group: airGroup, run: () => pin.step(1) },
    { keys: '[', label: t('keys.pin_previous'), group: airGroup, run: () => pin.step(-1) },
    { keys: 't', label: t('keys.countdown'), group: airGroup, run: () => signal('countdown') },
    { keys: 'n', label: t('keys.note'), group: airGroup, run: () => signal('note') },
    { keys: 'i', label: t('keys.interactions'), group: airGroup, run: () => signal('interactions') },
    { keys: 'o', label: t('keys.prompter'), group: airGroup, run: () => signal('prompter') },
    { keys: ' ', label: t('keys.pause'), group: t('keys.room'), run: () => signal('pause') },
    { keys: 'f', label: t('keys.filter'), group: t('keys.room'), run: () => signal('filter') },
    { keys: 'Escape', label: t('keys.clear'), group: queueGroup, run: () => selection.choose(null) },
  ];
  useKeys(store.get('show') === 'loading' ? [] : bindings);
  return null;

  function withGroup(run: (group: NonNullable<ReturnType<typeof chosenGroup>>) => void): void {
    const group = chosenGroup() ?? selection.meant(0);
    selection.touch();
    if (group) run(group);
  }
}
