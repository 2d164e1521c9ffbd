// Photos on which the customer points: made small on his own device, pins by tap or by keyboard.
import { CAMERA, CROSS, h, icon } from './dom.ts';
import type { Pin } from './outbox.ts';
import type { Say } from './words.ts';

interface Photo {
  data: string;
  canvas: HTMLCanvasElement;
  pins: Pin[];
}

const SIDE = 1600;
const MOST_PINS = 8;
const STEP = 0.02;
const within = (value: number) => Math.min(1, Math.max(0, value));

/** Draws the picture anew at a size a page can show; everything else in the file stays on the device. */
async function shrink(file: File): Promise<Photo> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = h('canvas', { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return { data: canvas.toDataURL('image/jpeg', 0.82), canvas, pins: [] };
}

export function photoField(say: Say, most: number, onProblem: (code: string) => void) {
  const photos: Photo[] = [];
  const list = h('div', { class: 'photos' });
  const input = h('input', {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp',
    class: 'file',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  const add = h(
    'button',
    { type: 'button', class: 'plain', onclick: () => input.click() },
    icon(...CAMERA),
    say('add_photo'),
  );
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      photos.push(await shrink(file));
      draw();
    } catch {
      onProblem('invalid_photo');
    }
  });

  function draw(focus?: HTMLElement) {
    list.replaceChildren(...photos.map(card));
    add.hidden = photos.length >= most;
    focus?.focus();
  }

  function card(photo: Photo, index: number): HTMLElement {
    const frame = h('div', { class: 'frame' }, photo.canvas);
    photo.canvas.onclick = (event) => {
      const box = photo.canvas.getBoundingClientRect();
      place(photo, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    };
    photo.canvas.setAttribute('role', 'img');
    photo.canvas.setAttribute('aria-label', say('photo', { number: index + 1 }));
    const notes = h('ol', { class: 'notes' });
    for (const [number, pin] of photo.pins.entries()) {
      const name = say('pin', { number: number + 1 });
      const dot = h(
        'button',
        {
          type: 'button',
          class: 'pin',
          'aria-label': name,
          onkeydown: (event: KeyboardEvent) => move(event, photo, pin, dot),
        },
        String(number + 1),
      );
      put(dot, pin);
      const note = h('input', {
        type: 'text',
        maxlength: 200,
        value: pin.note,
        placeholder: say('pin_note'),
        'aria-label': `${name}: ${say('pin_note')}`,
      });
      note.addEventListener('input', () => {
        pin.note = note.value;
      });
      dot.addEventListener('click', () => note.focus());
      frame.append(dot);
      notes.append(
        h(
          'li',
          {},
          h('span', { class: 'number', 'aria-hidden': 'true' }, String(number + 1)),
          note,
          h(
            'button',
            {
              type: 'button',
              class: 'small',
              'aria-label': `${say('pin_remove')} ${number + 1}`,
              onclick: () => remove(photo, pin),
            },
            icon(...CROSS),
          ),
        ),
      );
    }
    return h(
      'section',
      { class: 'photo', 'aria-label': say('photo', { number: index + 1 }) },
      frame,
      h('p', { class: 'hint' }, say('pin_hint')),
      notes,
      h(
        'div',
        { class: 'row' },
        photo.pins.length < MOST_PINS &&
          h('button', { type: 'button', class: 'plain', onclick: () => place(photo, 0.5, 0.5, true) }, say('pin_add')),
        h(
          'button',
          {
            type: 'button',
            class: 'plain',
            onclick: () => {
              photos.splice(index, 1);
              draw(add);
            },
          },
          say('remove_photo'),
        ),
      ),
    );
  }

  function place(photo: Photo, x: number, y: number, byKey = false) {
    if (photo.pins.length >= MOST_PINS) return;
    photo.pins.push({ x: within(x), y: within(y), note: '' });
    draw();
    const last = list.children[photos.indexOf(photo)]!.querySelectorAll<HTMLElement>(byKey ? '.pin' : '.notes input');
    last[photo.pins.length - 1]?.focus();
  }

  function remove(photo: Photo, pin: Pin) {
    photo.pins.splice(photo.pins.indexOf(pin), 1);
    draw();
    list.children[photos.indexOf(photo)]!.querySelector('button')?.focus();
  }

  function move(event: KeyboardEvent, photo: Photo, pin: Pin, dot: HTMLElement) {
    const by = (
      { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, number[]>
    )[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') remove(photo, pin);
    else if (by) {
      pin.x = within(pin.x + by[0]! * STEP);
      pin.y = within(pin.y + by[1]! * STEP);
      put(dot, pin);
    } else return;
    event.preventDefault();
  }

  return {
    element: h('div', {}, list, add, input),
    photos: () => photos.map((photo) => photo.data),
    pins: () =>
      photos.map((photo) => photo.pins.map((pin) => ({ ...pin, x: +pin.x.toFixed(4), y: +pin.y.toFixed(4) }))),
  };
}

function put(dot: HTMLElement, pin: Pin) {
  dot.style.left = `${pin.x * 100}%`;
  dot.style.top = `${pin.y * 100}%`;
}
