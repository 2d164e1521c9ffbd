// What this device sent and where each of it stands, with the promise in sight.
import { h } from './dom.ts';
import type { Standing, Voice } from './outbox.ts';
import { type Lang, type Say, sayMoment } from './words.ts';

export interface MineInput {
  say: Say;
  lang: Lang;
  server: string;
  items: readonly Standing[];
  waiting: readonly Voice[];
}

/** When an answer will come, or that it is late. */
export function promise(
  { say, lang }: Pick<MineInput, 'say' | 'lang'>,
  item: Standing | undefined,
): HTMLElement | null {
  if (!item?.answerBy) return null;
  const late = Date.parse(item.answerBy) < Date.now();
  return h(
    'p',
    { class: late ? 'promise late' : 'promise' },
    say(late ? 'answer_late' : 'answer_by', { when: sayMoment(say, lang, item.answerBy) }),
  );
}

export function mineList(input: MineInput): HTMLElement {
  const { say, lang } = input;
  const stars = (rating: number | null | undefined) => (rating ? `${'★'.repeat(rating)} ` : '');
  const stage = (name: string) => h('p', { class: 'stage', 'data-s': name }, say(`stage.${name}`));
  if (input.items.length + input.waiting.length === 0) return h('p', { class: 'hint' }, say('mine_empty'));
  return h(
    'ol',
    { class: 'mine' },
    ...input.waiting.map((voice) =>
      h('li', {}, stage('waiting'), h('p', { class: 'said' }, stars(voice.rating) + voice.text)),
    ),
    ...input.items.map((item) =>
      h(
        'li',
        {},
        stage(item.stage),
        h('p', { class: 'said' }, stars(item.rating) + item.text),
        promise(input, item),
        h(
          'p',
          { class: 'fine' },
          sayMoment(say, lang, item.at),
          item.reference ? ` · ${say('number', { number: item.reference })}` : '',
        ),
        item.path
          ? h(
              'a',
              { href: `${input.server}${item.path}?lang=${lang}`, target: '_blank', rel: 'noopener' },
              say('details'),
            )
          : null,
      ),
    ),
  );
}
