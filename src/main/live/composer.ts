// The line at the bottom: say something or ask, like, open the shelf and the activities.
import { h, icon } from '../widget/dom.ts';
import { type Lang, type Say, sayCount } from './words.ts';

export interface ComposerDeeds {
  say: (text: string, isQuestion: boolean) => void;
  like: (count: number) => void;
  openShelf: () => void;
  openName: () => void;
}

export interface Composer {
  element: HTMLElement;
  setShelf(count: number): void;
  setLikes(count: number): void;
  /** Puts a refused text back. */
  putBack(text: string): void;
  write(text: string, isQuestion: boolean): void;
  complain(text: string | null): void;
  setEnabled(on: boolean): void;
  isWriting(): boolean;
}

const BAG = ['M5 8h14l-1.2 12H6.2z', 'M9 8V6.5a3 3 0 0 1 6 0V8'];
const HEART = ['M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z'];
const SEND = ['M4 12l16-8-5.5 17-3-7.5z'];
const PERSON = ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5'];
const LIKE_EVERY_MS = 700;
const MOST_LIKES = 50;

export function createComposer(say: Say, lang: Lang, deeds: ComposerDeeds): Composer {
  const field = h('input', {
    type: 'text',
    maxlength: 100,
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-label': say('say.placeholder'),
    placeholder: say('say.placeholder'),
  });
  const ask = h('input', { type: 'checkbox' });
  const asking = h('label', { class: 'ask' }, ask, h('span', {}, say('say.as_question')));
  const send = h(
    'button',
    { class: 'round send', 'aria-label': say('say.send'), title: say('say.send') },
    icon(...SEND),
  );
  const shelfCount = h('span', { class: 'badge' });
  const shelf = h(
    'button',
    { type: 'button', class: 'round shelf-button', onclick: deeds.openShelf },
    icon(...BAG),
    shelfCount,
  );
  const likeCount = h('span', { class: 'count', 'aria-hidden': 'true' });
  const like = h(
    'button',
    { type: 'button', class: 'round like', 'aria-label': say('like') },
    icon(...HEART),
    likeCount,
  );
  const name = h(
    'button',
    {
      type: 'button',
      class: 'round name',
      'aria-label': say('say.change_name'),
      title: say('say.change_name'),
      onclick: deeds.openName,
    },
    icon(...PERSON),
  );
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const form = h('form', { class: 'writer' }, name, field, asking, send);
  const element = h('div', { class: 'composer' }, problem, h('div', { class: 'bar-row' }, shelf, form, like));
  let likes = 0;
  let likeTimer = 0;
  let shownLikes = 0;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return field.focus();
    field.value = '';
    deeds.say(text, ask.checked);
    ask.checked = false;
    ask.dispatchEvent(new Event('change'));
  });
  ask.addEventListener('change', () => {
    field.placeholder = say(ask.checked ? 'say.ask_placeholder' : 'say.placeholder');
    field.maxLength = ask.checked ? 200 : 100;
  });
  const showLikes = () => {
    likeCount.textContent = shownLikes > 0 ? sayCount(lang, shownLikes) : '';
    like.setAttribute('aria-label', `${say('like')}, ${say('likes', { count: shownLikes })}`);
  };
  like.addEventListener('click', () => {
    if (likes >= MOST_LIKES) return;
    likes += 1;
    shownLikes += 1;
    showLikes();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) floatHeart();
    if (likeTimer) return;
    likeTimer = window.setTimeout(() => {
      deeds.like(likes);
      likes = 0;
      likeTimer = 0;
    }, LIKE_EVERY_MS);
  });
  function floatHeart(): void {
    const heart = h('span', { class: 'heart', 'aria-hidden': 'true' }, icon(...HEART));
    like.append(heart);
    const aside = `${Math.round(Math.random() * 40 - 20)}px`;
    heart.animate(
      [
        { transform: 'translate(0,0) scale(.7)', opacity: 1 },
        { transform: `translate(${aside},-5rem) scale(1.15)`, opacity: 0 },
      ],
      { duration: 900, easing: 'ease-out' },
    ).onfinish = () => heart.remove();
  }

  return {
    element,
    setShelf(count) {
      shelfCount.textContent = count > 0 ? String(count) : '';
      shelf.setAttribute('aria-label', say('shelf.open', { count }));
    },
    setLikes(count) {
      if (count <= shownLikes && likes > 0) return;
      shownLikes = Math.max(count, likes > 0 ? shownLikes : 0);
      showLikes();
    },
    putBack(text) {
      if (!field.value) field.value = text;
    },
    write(text, isQuestion) {
      ask.checked = isQuestion;
      ask.dispatchEvent(new Event('change'));
      field.value = text;
      field.focus();
    },
    complain(text) {
      problem.hidden = text === null;
      problem.textContent = text ?? '';
    },
    setEnabled(on) {
      field.disabled = !on;
      like.disabled = !on;
      send.disabled = !on;
    },
    isWriting: () => field.value !== '',
  };
}
