// Keyboard shortcuts register where they act; one listener serves them all and the help sheet lists what is alive now.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

export interface KeyBinding {
  /** `e`, `?`, `Enter`, `mod+k` (⌘ or Ctrl), or a sequence `g i` */
  keys: string;
  /** what it does, already in the reader's language */
  label: string;
  /** heading in the help sheet */
  group?: string;
  /** nine keys of one kind are one row of the sheet: the caps shown for all of them on the first, null on the rest */
  sheet?: string | null;
  run: (event: KeyboardEvent) => void;
  /** a held key runs it again and again; for moving about, never for deeds */
  repeats?: boolean;
  /** also while typing in a field; only sensible with `mod+` */
  whileTyping?: boolean;
}

type Ref = { current: readonly KeyBinding[] };

class KeyRegistry {
  private readonly refs: Ref[] = [];
  private readonly watchers = new Set<() => void>();
  private before = '';
  private beforeAt = 0;
  private snapshot: readonly KeyBinding[] = [];

  add(ref: Ref): () => void {
    this.refs.push(ref);
    this.changed();
    return () => {
      this.refs.splice(this.refs.indexOf(ref), 1);
      this.changed();
    };
  }

  changed(): void {
    this.snapshot = this.refs.flatMap((ref) => ref.current);
    for (const watcher of this.watchers) watcher();
  }

  subscribe = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  list = () => this.snapshot;

  handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = nameOf(event);
    if (!name) return;
    const typing = isTyping(event.target);
    const all = this.refs.flatMap((ref) => ref.current);
    const sequence = event.timeStamp - this.beforeAt < 1200 && this.before ? `${this.before} ${name}` : '';
    // The binding made last stands nearest to the reader and wins.
    const found =
      (sequence && all.findLast((one) => one.keys === sequence)) || all.findLast((one) => one.keys === name);
    this.before = typing ? '' : name;
    this.beforeAt = event.timeStamp;
    if (!found || (typing && !found.whileTyping)) return;
    // What lies behind an open dialog is out of reach.
    if (!found.whileTyping && event.target instanceof Element && event.target.closest('[role=dialog][aria-modal=true]'))
      return;
    // A control that has the focus keeps its own Enter and space.
    if ((name === 'Enter' || name === ' ') && isControl(event.target)) return;
    this.before = '';
    event.preventDefault();
    if (event.repeat && !found.repeats) return;
    found.run(event);
  };
}

/** The name a binding uses for a key event, for example `mod+k`, `J`, `Enter`. */
export function nameOf(event: KeyboardEvent): string {
  if (['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return '';
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  return `${event.altKey ? 'alt+' : ''}${mod}${mod ? event.key.toLowerCase() : event.key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
  );
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('button, a, [role=button], [role=menuitem], [role=tab], summary')
  );
}

const KeysContext = createContext<KeyRegistry | null>(null);

export function KeysProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new KeyRegistry(), []);
  useEffect(() => {
    document.addEventListener('keydown', registry.handle);
    return () => document.removeEventListener('keydown', registry.handle);
  }, [registry]);
  return <KeysContext value={registry}>{children}</KeysContext>;
}

/** Makes these keys work while the caller is mounted. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeysContext);
  const ref = useRef(bindings);
  ref.current = bindings;
  const signature = bindings.map((one) => one.keys + one.label).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is announced again only when its words change
  useEffect(() => registry?.changed(), [registry, signature]);
  useEffect(() => registry?.add(ref), [registry]);
}

/** Every key that works now, for the help sheet. */
export function useKeyList(): readonly KeyBinding[] {
  const registry = useContext(KeysContext);
  return useSyncExternalStore(registry?.subscribe ?? (() => () => undefined), registry?.list ?? (() => NONE));
}
const NONE: readonly KeyBinding[] = [];

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Shows a binding's keys as caps: ⌘K, G I. */
export function Caps({ keys }: { keys: string }) {
  const { t } = useTranslation('ui');
  const parts = keys === ' ' ? [t('keys.space')] : keys.split(' ');
  return (
    <span className="hy-caps">
      {parts.map((part) => (
        <kbd key={part}>
          {part
            .replace('mod+', isMac ? '⌘' : 'Ctrl ')
            .replace('Enter', '↵')
            .replace(/^.$|(?<=[⌘ ]).$/u, (letter) => letter.toUpperCase())}
        </kbd>
      ))}
    </span>
  );
}
