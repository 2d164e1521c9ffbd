// `<huiyin-live room="slug">`: the room on our own page and on any page of the shop, without a frame around it.
import { h } from '../widget/dom.ts';
import { LOOK } from './look.ts';
import { mountRoom } from './mount-room.ts';

const script = document.currentScript as HTMLScriptElement | null;
const home = script ? new URL(script.src).origin : location.origin;
const TAG = 'huiyin-live';

class HuiyinLive extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
    this.#stop = mountRoom(this, root, home);
  }
  disconnectedCallback() {
    // An element that is only being moved comes back in the same moment.
    queueMicrotask(() => !this.isConnected && this.#stop());
  }
}

if (!customElements.get(TAG)) {
  customElements.define(TAG, HuiyinLive);
  const slug = script?.dataset.room;
  const begin = () => {
    if (!slug || document.querySelector(`${TAG}[room="${CSS.escape(slug)}"]`)) return;
    const made = h(TAG as 'div', {
      room: slug,
      ...(script.lang ? { lang: script.lang } : {}),
      ...(script.dataset.theme ? { theme: script.dataset.theme } : {}),
    });
    const place = script.dataset.into ? document.querySelector(script.dataset.into) : null;
    if (place) place.append(made);
    else if (script.isConnected && script.parentElement !== document.head) script.after(made);
    else document.body.append(made);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
