// Short news at the corner: what was done, with a way back; what went wrong, in the reader's words.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './client/problem.ts';
import { Icon } from './icons.tsx';
import './toasts.css';

interface Toast {
  id: number;
  kind: 'done' | 'problem';
  text: string;
  action?: { label: string; run: () => void };
}

export interface Toaster {
  /** says what was done; `undo` puts a button beside it */
  done: (text: string, action?: { label: string; run: () => void }) => void;
  /** shows a thrown value as its sentence */
  problem: (error: unknown, action?: { label: string; run: () => void }) => void;
}

const ToastContext = createContext<Toaster>({ done: () => undefined, problem: () => undefined });
const SHOWN_MS = { done: 5000, problem: 9000 };

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => setToasts((now) => now.filter((one) => one.id !== id)), []);
  const toaster = useMemo<Toaster>(() => {
    const show = (toast: Omit<Toast, 'id'>) => {
      next.current += 1;
      const id = next.current;
      setToasts((now) => [...now.slice(-2), { ...toast, id }]);
      setTimeout(() => drop(id), toast.action ? SHOWN_MS.problem : SHOWN_MS[toast.kind]);
    };
    return {
      done: (text, action) => show({ kind: 'done', text, ...(action ? { action } : {}) }),
      problem: (error, action) => show({ kind: 'problem', text: problemText(t, error), ...(action ? { action } : {}) }),
    };
  }, [drop, t]);
  return (
    <ToastContext value={toaster}>
      {children}
      <section className="hy-toasts" aria-live="polite" aria-label={t('toast.area')}>
        {toasts.map((toast) => (
          <div key={toast.id} className={`hy-toast hy-toast-${toast.kind}`}>
            <Icon name={toast.kind === 'done' ? 'check' : 'warning'} />
            <p>{toast.text}</p>
            {toast.action && (
              <button
                type="button"
                onClick={() => {
                  drop(toast.id);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button type="button" className="hy-toast-close" aria-label={t('close')} onClick={() => drop(toast.id)}>
              <Icon name="close" size={14} />
            </button>
          </div>
        ))}
      </section>
    </ToastContext>
  );
}

/** `const toast = useToast(); toast.done(t('…'), {label: t('ui:undo'), run})`. */
export function useToast(): Toaster {
  return useContext(ToastContext);
}
