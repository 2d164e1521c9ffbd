// @vitest-environment happy-dom
// The first field of an opening dialog gets the focus; walking by Tab still reaches the cross.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { giveFirstFieldFocus } from './first-field.ts';

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = `<button id="out">open</button>
    <div role="dialog"><button class="ant-modal-close">x</button><div class="ant-modal-body"><input id="field"></div></div>`;
  stop = giveFirstFieldFocus();
});
afterEach(() => stop());

const enter = (from: Element | null) =>
  document
    .querySelector('.ant-modal-close')
    ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, relatedTarget: from }));

it('moves on from the cross when the dialog opens', () => {
  enter(document.getElementById('out'));
  expect(document.activeElement?.id).toBe('field');
});

it('leaves the cross to who walks there', () => {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  enter(document.getElementById('out'));
  expect(document.activeElement?.id).not.toBe('field');
});

it('leaves the cross to who comes from inside the dialog', () => {
  const inside = document.createElement('button');
  document.querySelector('[role="dialog"]')?.append(inside);
  enter(inside);
  expect(document.activeElement?.id).not.toBe('field');
});
