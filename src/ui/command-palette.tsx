// ⌘K reaches everything: pages and actions that registered themselves, and rows found by whoever offers a search.
import { Command } from 'cmdk';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupBy } from './group-by.ts';
import { Icon, type IconName } from './icons.tsx';
import { Caps, useKeys } from './keys.tsx';
import './command-palette.css';

export interface PaletteItem {
  id: string;
  label: string;
  /** heading it stands under */
  group: string;
  /** second, quieter line or words */
  hint?: string;
  icon?: IconName;
  /** shown at the right, for example `g i` */
  keys?: string;
  run: () => void;
}

/** Answers what the reader types with rows of its own; called 200 ms after the last key. */
export type PaletteSearch = (text: string, signal: AbortSignal) => Promise<PaletteItem[]>;

interface Registry {
  items: Set<{ current: readonly PaletteItem[] }>;
  searches: Set<{ current: PaletteSearch }>;
  open: () => void;
}
const PaletteContext = createContext<Registry | null>(null);

/** Holds the palette; everything inside may register with `useCommands` and `useCommandSearch`. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const registry = useMemo<Registry>(() => ({ items: new Set(), searches: new Set(), open: () => setOpen(true) }), []);
  return (
    <PaletteContext value={registry}>
      {children}
      <Palette registry={registry} open={open} setOpen={setOpen} />
    </PaletteContext>
  );
}

function Palette({ registry, open, setOpen }: { registry: Registry; open: boolean; setOpen: (open: boolean) => void }) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const [found, setFound] = useState<PaletteItem[]>([]);
  const [busy, setBusy] = useState(false);
  useKeys([
    {
      keys: 'mod+k',
      label: t('palette.open'),
      group: t('keys.everywhere'),
      whileTyping: true,
      run: () => setOpen(!open),
    },
    { keys: '/', label: t('palette.search'), group: t('keys.everywhere'), run: () => setOpen(true) },
  ]);
  useEffect(() => {
    if (!open) setText('');
  }, [open]);
  useEffect(() => {
    const wanted = text.trim();
    if (!wanted) {
      setFound([]);
      setBusy(false);
      return undefined;
    }
    const stop = new AbortController();
    setBusy(true);
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled([...registry.searches].map((one) => one.current(wanted, stop.signal)));
      if (stop.signal.aborted) return;
      setFound(answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
      setBusy(false);
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, registry]);
  if (!open) return null;
  const fixed = [...registry.items].flatMap((one) => one.current);
  const wanted = text.trim().toLowerCase();
  const shown = [
    ...fixed.filter((one) => !wanted || `${one.label} ${one.hint ?? ''}`.toLowerCase().includes(wanted)),
    ...found,
  ];
  const groups = groupBy(shown, (one) => one.group);
  return (
    <Command.Dialog
      open
      onOpenChange={setOpen}
      label={t('palette.title')}
      shouldFilter={false}
      loop
      className="hy-palette"
    >
      <div className="hy-palette-field">
        <Icon name="search" />
        <Command.Input value={text} onValueChange={setText} placeholder={t('palette.placeholder')} />
        <kbd>esc</kbd>
      </div>
      <Command.List>
        <Command.Empty>{busy ? t('palette.searching') : t('palette.nothing', { text: text.trim() })}</Command.Empty>
        {[...groups].map(([group, items]) => (
          <Command.Group key={group} heading={group}>
            {items.map((item) => (
              <Command.Item
                key={item.id}
                value={item.id}
                onSelect={() => {
                  setOpen(false);
                  item.run();
                }}
              >
                {item.icon && <Icon name={item.icon} />}
                <span className="hy-palette-label">{item.label}</span>
                {item.hint && <span className="hy-palette-hint">{item.hint}</span>}
                {item.keys && <Caps keys={item.keys} />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}

/** Offers these in ⌘K while the caller is mounted. */
export function useCommands(items: readonly PaletteItem[]): void {
  const registry = useContext(PaletteContext);
  const ref = useRef(items);
  ref.current = items;
  useEffect(() => {
    registry?.items.add(ref);
    return () => void registry?.items.delete(ref);
  }, [registry]);
}

/** Adds a search (cases, feedback, people) to ⌘K while the caller is mounted. */
export function useCommandSearch(search: PaletteSearch): void {
  const registry = useContext(PaletteContext);
  const ref = useRef(search);
  ref.current = search;
  useEffect(() => {
    registry?.searches.add(ref);
    return () => void registry?.searches.delete(ref);
  }, [registry]);
}

/** Opens the palette, for the search box in the header. */
export function useOpenPalette(): () => void {
  const registry = useContext(PaletteContext);
  return () => registry?.open();
}
