// The few things a host may set: mirrored for glass, strong contrast, larger and smaller; kept on this device.

const STORED = 'huiyin.prompter';

interface Choice {
  mirrored: boolean;
  strong: boolean;
  by: number;
}

function stored(): Choice {
  try {
    return { mirrored: false, strong: false, by: 1, ...JSON.parse(localStorage.getItem(STORED) ?? '{}') };
  } catch {
    return { mirrored: false, strong: false, by: 1 };
  }
}

/**
 * Draws the buttons. Keys: m mirrored, c contrast, + and − size.
 * @param onChange called when the size of the words must be found again
 */
export function openTools(words: Record<string, string>, onChange: () => void) {
  const choice = stored();
  const bar = document.createElement('div');
  bar.className = 'tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.settings ?? '');
  const apply = () => {
    document.body.classList.toggle('mirrored', choice.mirrored);
    document.body.classList.toggle('strong', choice.strong);
    document.body.style.setProperty('--by', String(choice.by));
    for (const button of bar.querySelectorAll<HTMLElement>('[data-set]'))
      button.setAttribute('aria-pressed', String(choice[button.dataset.set as 'mirrored' | 'strong']));
    try {
      localStorage.setItem(STORED, JSON.stringify(choice));
    } catch {
      // Storage may be forbidden; the choice then lasts for this visit.
    }
    onChange();
  };
  const deeds: Record<string, () => void> = {
    m: () => {
      choice.mirrored = !choice.mirrored;
    },
    c: () => {
      choice.strong = !choice.strong;
    },
    '+': () => {
      choice.by = Math.min(1, Math.round((choice.by + 0.1) * 10) / 10);
    },
    '-': () => {
      choice.by = Math.max(0.5, Math.round((choice.by - 0.1) * 10) / 10);
    },
  };
  const add = (key: string, text: string | undefined, label: string | undefined, name?: string) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text ?? '';
    button.setAttribute('aria-label', label ?? '');
    if (name) button.dataset.set = name;
    button.onclick = () => {
      deeds[key]!();
      apply();
    };
    bar.append(button);
  };
  add('m', words.mirror, words.mirror, 'mirrored');
  add('c', words.contrast, words.contrast, 'strong');
  add('-', 'A−', words.smaller);
  add('+', 'A+', words.larger);
  document.body.append(bar);
  apply();
  return {
    key(event: KeyboardEvent) {
      const deed = deeds[event.key === '=' ? '+' : event.key];
      if (!deed || event.ctrlKey || event.metaKey) return;
      deed();
      apply();
    },
  };
}
