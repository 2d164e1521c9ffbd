// `<huiyin-feedback site-key="hyw_…">`: a small round echo in the corner of a shop's page, three taps to done.
import { ARROW, CROSS, ECHO, h, icon } from './dom.ts';
import { inkOn, LOOK } from './look.ts';
import { mineList, promise } from './mine-view.ts';
import { type Looks, type Outbox, openOutbox, type Standing } from './outbox.ts';
import { type Context, sayView } from './say-view.ts';
import { type Lang, sayIn } from './words.ts';

const script = document.currentScript as HTMLScriptElement | null;
const home = script ? new URL(script.src).origin : location.origin;
const TAG = 'huiyin-feedback';
const LOOK_AGAIN_MS = 25_000;

class HuiyinFeedback extends HTMLElement {
  #outbox!: Outbox;
  #looks: Looks | null = null;
  #context: Context = {};
  #items: Standing[] | null = null;
  #view: 'say' | 'done' | 'mine' = 'say';
  #how: 'sent' | 'kept' = 'sent';
  #timer = 0;
  readonly #opener = h(
    'button',
    { type: 'button', class: 'open', part: 'opener', onclick: () => this.show() },
    icon(...ECHO),
  );
  readonly #dialog = h('dialog', { part: 'dialog', 'aria-labelledby': 'title' });

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#opener, this.#dialog);
    this.#opener.setAttribute('aria-label', this.say('open'));
    this.#opener.hidden = this.hasAttribute('hidden-opener');
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close());
    this.#dialog.addEventListener('close', () => clearTimeout(this.#timer));
    this.#outbox = openOutbox(
      this.server,
      this.getAttribute('site-key') ?? '',
      () => this.#dialog.open && this.#view === 'mine' && this.#draw(),
    );
    if (!this.preview) {
      if (this.#outbox.waiting().length > 0) void this.#outbox.flush();
      if (this.#outbox.hasSpoken()) void this.#ask(false);
    }
    void this.#outbox.looks().then((looks) => {
      // Without its looks the page is not one of the shop's: no echo in the corner rather than a broken one.
      if (!looks) return this.#opener.remove();
      this.#looks = looks;
      sheet.insertRule(`:host{--site:${looks.color};--site-on:${inkOn(looks.color)}}`);
      this.dispatchEvent(new CustomEvent('huiyin-ready', { bubbles: true, composed: true }));
      if (this.#dialog.open) this.#draw();
    });
  }

  get lang2(): Lang {
    const asked = this.getAttribute('lang') || document.documentElement.lang || navigator.language;
    return /^zh/i.test(asked) ? 'zh-CN' : 'en';
  }
  get server() {
    return (this.getAttribute('server') ?? home).replace(/\/$/, '');
  }
  get preview() {
    return this.hasAttribute('preview');
  }
  say(key: string, values?: Record<string, string | number>) {
    return sayIn(this.lang2)(key, values);
  }

  /** Opens the window; what is given is put beside the voice. */
  show(context: Context = {}, view: 'say' | 'mine' = 'say') {
    const given = (name: string) => this.getAttribute(name) ?? undefined;
    this.#context = {
      product: given('product'),
      sku: given('product-sku'),
      order: given('order'),
      topic: given('topic'),
      ...context,
    };
    this.#view = view;
    this.#draw();
    if (!this.#dialog.open) this.#dialog.showModal();
    if (view === 'mine') void this.#ask(true);
  }
  close() {
    this.#dialog.close();
  }

  /** Asks where the voices stand; while somebody looks, again and again, never while nobody does. */
  async #ask(paths: boolean, wait = LOOK_AGAIN_MS) {
    clearTimeout(this.#timer);
    const items = document.hidden ? null : await this.#outbox.mine(paths);
    if (items) {
      const known = new Map(this.#items?.map((item) => [item.at, item.path]));
      this.#items = items.map((item) => ({ ...item, path: item.path ?? known.get(item.at) ?? null }));
      if (this.#dialog.open && this.#view === 'mine') this.#outbox.noteSeen(items);
      this.#opener.classList.toggle('news', this.#outbox.isNews(items));
      if (this.#dialog.open && this.#view !== 'say') this.#draw();
    }
    if (this.#dialog.open) this.#timer = window.setTimeout(() => this.#ask(false), wait);
  }

  #go(view: 'say' | 'mine') {
    this.#view = view;
    this.#draw();
    if (view === 'mine') void this.#ask(true);
  }

  #draw() {
    const looks = this.#looks;
    const button = (name: string, shape: string[], onclick: () => void) =>
      h('button', { type: 'button', 'aria-label': this.say(name), title: this.say(name), onclick }, icon(...shape));
    const top = h(
      'header',
      {},
      this.#view !== 'say' && button('back', ARROW, () => this.#go('say')),
      h('b', {}, looks?.shop ?? ''),
      this.#view !== 'mine' && h('button', { type: 'button', onclick: () => this.#go('mine') }, this.say('mine')),
      button('close', CROSS, () => this.close()),
    );
    this.#dialog.replaceChildren(top, looks ? this.#body(looks) : h('div', { class: 'body' }));
  }

  #body(looks: Looks): HTMLElement {
    const lang = this.lang2;
    const say = sayIn(lang);
    if (this.#view === 'mine') {
      return h(
        'div',
        { class: 'body' },
        h('h2', { id: 'title' }, say('mine')),
        h(
          'div',
          { role: 'status' },
          mineList({ say, lang, server: this.server, items: this.#items ?? [], waiting: this.#outbox.waiting() }),
        ),
      );
    }
    if (this.#view === 'done') {
      const kept = this.#how === 'kept';
      return h(
        'div',
        { class: 'body', role: 'status' },
        h('h2', { id: 'title', tabindex: -1 }, say(kept ? 'done_kept_title' : 'done_title')),
        promise({ say, lang }, kept ? undefined : this.#items?.[0]),
        h('p', {}, say(this.preview ? 'preview' : kept ? 'done_kept' : 'done_next')),
        h('button', { type: 'button', class: 'go', onclick: () => this.#go('mine') }, say('mine')),
        h('button', { type: 'button', class: 'plain', onclick: () => this.#go('say') }, say('again')),
      );
    }
    const form = this.getAttribute('form');
    return sayView({
      say,
      lang,
      looks,
      context: this.#context,
      formUrl: form && `${this.server}/q/${encodeURIComponent(form)}?lang=${lang}`,
      preview: this.preview,
      send: (voice) => this.#outbox.say(voice),
      onSent: (how) => {
        this.#how = how;
        this.#view = 'done';
        this.#items = null;
        this.#context = {};
        this.#draw();
        this.shadowRoot?.getElementById('title')?.focus();
        this.dispatchEvent(
          new CustomEvent('huiyin-sent', { bubbles: true, composed: true, detail: { kept: how === 'kept' } }),
        );
        // The promise is known a moment after the shop has read the words.
        if (how === 'sent' && !this.preview) this.#timer = window.setTimeout(() => this.#ask(true, 4_000), 1_500);
      },
    });
  }
}

if (!customElements.get(TAG)) {
  customElements.define(TAG, HuiyinFeedback);
  const key = script?.dataset.siteKey;
  const first = () => document.querySelector<HuiyinFeedback>(TAG);
  const begin = () => {
    if (key && !first())
      document.body.append(h(TAG as 'div', { 'site-key': key, ...(script.lang ? { lang: script.lang } : {}) }));
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
  Object.assign(window, {
    huiyin: {
      open: (context?: Context) => first()?.show(context),
      mine: () => first()?.show({}, 'mine'),
      close: () => first()?.close(),
    },
  });
}
