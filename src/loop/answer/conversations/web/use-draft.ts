// Words half written outlive a look elsewhere and a closed tab; they are kept on this device until sent.
import { useCallback, useState } from 'react';

const PREFIX = 'huiyin.draft.';

function read(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

/** @param key names what is written, for example `reply.case_01…` */
export function useDraft(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(key));
  const write = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next) localStorage.setItem(PREFIX + key, next);
        else localStorage.removeItem(PREFIX + key);
      } catch {
        // Storage may be forbidden or full; the words are still on screen.
      }
    },
    [key],
  );
  return [text, write];
}
