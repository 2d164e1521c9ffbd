// The keys every list answers to: j, k, x, Enter, Esc, and the list's own letters.
import { useTranslation } from 'react-i18next';
import { type KeyBinding, useKeys } from './keys.tsx';

export function useListKeys(input: {
  name: string;
  move: (by: number) => void;
  open: () => void;
  toggle: () => void;
  clear: () => void;
  hasChosen: boolean;
  canOpen: boolean;
  canChoose: boolean;
  actions: readonly { key?: string; label: string; run: () => void }[];
}): void {
  const { t } = useTranslation('ui');
  const group = input.name;
  const bindings: KeyBinding[] = [
    { keys: 'j', label: t('keys.next'), group, repeats: true, run: () => input.move(1) },
    { keys: 'k', label: t('keys.previous'), group, repeats: true, run: () => input.move(-1) },
  ];
  if (input.canOpen) bindings.push({ keys: 'Enter', label: t('keys.open'), group, run: input.open });
  if (input.canChoose) bindings.push({ keys: 'x', label: t('keys.choose'), group, run: input.toggle });
  if (input.hasChosen) bindings.push({ keys: 'Escape', label: t('list.clear'), group, run: input.clear });
  for (const action of input.actions)
    if (action.key) bindings.push({ keys: action.key, label: action.label, group, run: action.run });
  useKeys(bindings);
}
