// The shop's public home: three doors, and numbers only where there is something honest to count.
import { type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { inLanguage } from '../../../../../platform/pages/page-frame.ts';
import { portalPath, showsPage } from '../portal-nav.ts';
import type { PortalNumbers } from '../portal-numbers.ts';
import { type PortalVisit, portalDocument, titleOf } from './portal-frame.ts';

const drawing = (...paths: string[]) =>
  new Html(
    `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths.map((d) => `<path d="${d}"/>`).join('')}</svg>`,
  );
const DRAWINGS = {
  say: drawing('M4 5h16v11H9l-5 4z', 'M8 9h8M8 12.5h5'),
  mine: drawing('M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z', 'M12 7.5V12l3 2'),
  roadmap: drawing('M4 17l5-5l4 4l7-8', 'M15 8h5v5'),
};

export function homePage(visit: PortalVisit, numbers: PortalNumbers | null): string {
  const { settings, language } = visit;
  const shop = titleOf(visit);
  return portalDocument(
    visit,
    {
      name: 'home',
      title: translate(visit, 'home.title'),
      description: translate(visit, 'home.description'),
      indexable: true,
    },
    (t) => {
      const door = (page: 'say' | 'mine' | 'roadmap', target: 'say' | 'mine' | 'roadmap' | 'changelog' = page) =>
        html`<li class="${page === 'say' ? 'first' : ''}"><a href="${inLanguage(portalPath(visit.shop.slug, target), language)}">${DRAWINGS[page]}<span><b>${t(`portal:home.${page}`)}</b><span>${t(`portal:home.${page}_text`)}</span></span></a></li>`;
      const improved = showsPage(settings, 'roadmap')
        ? 'roadmap'
        : showsPage(settings, 'changelog')
          ? 'changelog'
          : null;
      return html`<main id="main">
<h1>${(language === 'en' ? settings.welcomeEn : settings.welcomeZh) || t('portal:home.welcome')}</h1>
<p class="lead">${t('portal:home.lead', { shop })}</p>
<ul class="doors">
${showsPage(settings, 'say') ? door('say') : null}
${showsPage(settings, 'mine') ? door('mine') : null}
${improved ? door('roadmap', improved) : null}
</ul>
${numbers && showsPage(settings, 'numbers') ? numberList(t, numbers) : null}
</main>`;
    },
  );
}

function numberList(t: Translate, numbers: PortalNumbers): Html {
  const item = (figure: string | number, words: string) => html`<li><b>${figure}</b> <span>${words}</span></li>`;
  const counted = (key: 'heard' | 'promised' | 'settled' | 'checked') =>
    item(numbers[key], t(`portal:number.${key}`, { count: numbers[key] }));
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${t('portal:home.numbers')}</h2>
<ul class="numbers">${counted('heard')}${counted('promised')}${counted('settled')}${counted('checked')}
${numbers.answerMinutes === null ? null : item(span(t, numbers.answerMinutes), t('portal:number.answer'))}</ul>
<p class="hint small">${t('portal:home.numbers_foot')}</p></section>`;
}

/** Rounded up: a promise of speed must not sound faster than it was. */
function span(t: Translate, minutes: number): string {
  if (minutes < 60) return t('portal:number.minutes', { count: Math.max(1, Math.ceil(minutes)) });
  if (minutes < 48 * 60) return t('portal:number.hours', { count: Math.ceil(minutes / 60) });
  return t('portal:number.days', { count: Math.ceil(minutes / 1440) });
}

function translate(visit: PortalVisit, key: string): string {
  return translator(visit.language)(`portal:${key}`, { shop: titleOf(visit) });
}
