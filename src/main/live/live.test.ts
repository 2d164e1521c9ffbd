// @vitest-environment happy-dom
// Checks the parts of the room that need a page but no network: lines keep their place, games remember, words exist in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameInteraction, FrameLine } from '../../engage/live/viewer/core/frame.contract.ts';
import { chanceOf } from './bag-view.ts';
import { createChat } from './chat-part.ts';
import { createChips, shownGames } from './chips-part.ts';
import { type GameContext, gameView } from './game-part.ts';
import { openMemory } from './memory.ts';
import { shelfList } from './shelf-part.ts';
import { sayCount, sayIn, sayLeft } from './words.ts';

const say = sayIn('en');
const source = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n');

function context(memory = openMemory('test', false)) {
  const entered: object[] = [];
  const game: GameContext = {
    say,
    lang: 'en',
    server: 'https://huiyin.example',
    now: () => 60_000,
    own: (key) => memory.entry(key),
    enter: (of, entry) => entered.push({ id: of.interactionId, ...entry }),
    ask: (_of, text) => entered.push({ text }),
  };
  return { game, entered, memory };
}
const poll = (more: Partial<FrameInteraction> = {}): FrameInteraction => ({
  interactionId: 'i1',
  kind: 'poll',
  state: 'open',
  version: 1,
  title: 'Which next',
  closesAt: 125_000,
  options: [
    { key: '1', label: 'Cup', votes: 3 },
    { key: '2', label: 'Cream', votes: 1 },
  ],
  people: 4,
  ...more,
});

describe('the list of comments', () => {
  const line = (id: number, text: string, count = 1): FrameLine => [id, text, null, 0, count];
  it('keeps the rows it has, counts repeats, puts a late one in its place and takes hidden ones away', () => {
    const chat = createChat(say, 'en');
    chat.draw([line(1, 'a'), line(3, 'c')], new Set());
    const first = chat.element.querySelector('li');
    chat.draw([line(1, 'a', 7), line(2, 'b'), line(3, 'c')], new Set([2]));
    const rows = [...chat.element.querySelectorAll('li')];
    expect(rows[0]).toBe(first);
    expect(rows.map((row) => row.textContent)).toEqual(['Viewera×7', 'Meb', 'Viewerc']);
    chat.draw([line(2, 'b')], new Set([2]));
    expect(chat.element.querySelectorAll('li')).toHaveLength(1);
  });
  it('shows words as words, never as a page', () => {
    const chat = createChat(say, 'en');
    chat.draw([line(1, '<img src=x onerror=alert(1)>')], new Set());
    expect(chat.element.querySelector('img')).toBeNull();
    expect(chat.element.textContent).toContain('<img');
  });
});

describe('an interaction', () => {
  it('is voted on once and then shows what was chosen', () => {
    const { game, entered, memory } = context();
    const open = gameView(game, poll());
    expect(open.querySelector('.clock')?.textContent).toBe('01:05 left');
    open.querySelectorAll<HTMLButtonElement>('button.choice')[1]!.click();
    expect(entered).toEqual([{ id: 'i1', choice: '2' }]);
    memory.keepEntry('i1', { choice: '2' });
    const voted = gameView(game, poll());
    expect(voted.querySelector('button.choice')).toBeNull();
    expect(voted.textContent).toContain('You chose “Cream”');
    expect(voted.textContent).toContain('75%');
  });
  it('of luck says its odds, keeps a receipt and leads to the check', () => {
    const { game, memory } = context();
    const bag = poll({
      interactionId: 'bag',
      kind: 'lottery',
      options: undefined,
      people: 99,
      prizes: [{ name: 'Cup', count: 10, valueMinor: 5900, currency: 'CNY', winners: [] }],
      publicUrl: '/live/draws/d1',
    });
    expect(gameView(game, bag).textContent).toContain('about 10%');
    memory.keepEntry('bag', { receipt: { index: 7 } });
    const inside = gameView(game, bag);
    expect(inside.querySelector('.receipt code')?.textContent).toBe('{"index":7}');
    expect(inside.querySelector<HTMLAnchorElement>('a')?.href).toBe('https://huiyin.example/live/draws/d1');
    expect([chanceOf(10, 99, false), chanceOf(10, 100, true), chanceOf(5, 0, false)]).toEqual([0.1, 0.1, 1]);
  });
  it('does not move under a finger when only its votes change', () => {
    const { game } = context();
    const chips = createChips(game, () => {});
    chips.draw([poll()]);
    const chip = chips.element.firstChild;
    chips.draw([poll({ version: 9, people: 900 })]);
    expect(chips.element.firstChild).toBe(chip);
    chips.draw([poll({ state: 'void' })]);
    expect(chips.element.childNodes).toHaveLength(0);
  });
});

describe('the row of interactions', () => {
  it('keeps everything one can still take part in, however much came after it', () => {
    const game = (interactionId: string, state: FrameInteraction['state']) => poll({ interactionId, state });
    const over = ['a', 'b', 'c', 'd', 'e'].map((id) => game(id, 'final'));
    expect(shownGames([game('first', 'open'), ...over]).map((one) => one.interactionId)).toEqual([
      'first',
      'c',
      'd',
      'e',
    ]);
    expect(shownGames(['1', '2', '3', '4', '5'].map((id) => game(id, 'open')))).toHaveLength(5);
  });
});

describe('the shelf', () => {
  it('puts what is on air first and says what is gone', () => {
    const item = (index: number, more = {}) => ({
      productId: `p${index}`,
      index,
      title: `T${index}`,
      price: { minor: 1990, currency: 'CNY' },
      listPrice: null,
      stock: null,
      ...more,
    });
    const list = shelfList(
      say,
      'en',
      [item(1, { stock: 0 }), item(2)],
      { id: 'p2', index: 2, title: 'T2', price: null },
      { look() {}, ask() {} },
    );
    const rows = [...(list[0] as HTMLElement).querySelectorAll('li')];
    expect(rows.map((row) => row.className)).toEqual(['on', '']);
    expect(rows[1]!.textContent).toContain('Sold out');
    expect(rows[0]!.textContent).toContain('19.90');
  });
});

describe('the words of the room', () => {
  it('exist in both languages for every key the code names', () => {
    const keys = [...source.matchAll(/\bsay\(\s*'([\w.]+)'/g)].map((match) => match[1]!);
    expect(keys.length).toBeGreaterThan(50);
    for (const key of keys)
      for (const lang of ['zh-CN', 'en'] as const) expect([key, sayIn(lang)(key)]).not.toEqual([key, '']);
  });
  it('say counts and time as readers write them', () => {
    expect([sayCount('zh-CN', 123_456), sayCount('en', 9_999)]).toEqual(['12.3万', '9,999']);
    expect([sayLeft(-5), sayLeft(65_000), sayLeft(3_661_000)]).toEqual(['00:00', '01:05', '1:01:01']);
  });
});

describe('what the browser remembers', () => {
  it('keeps no token of a person the shop vouched for', () => {
    openMemory('own', true).keepToken('hyv1.secret');
    expect(localStorage.getItem('own')).not.toContain('hyv1');
    openMemory('drawn', false).keepToken('hyv1.kept');
    expect(openMemory('drawn', false).token()).toBe('hyv1.kept');
  });
});
