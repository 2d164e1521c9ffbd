// Builds elements without a line of markup text, so that the strictest page policy has nothing to forbid.

export type Kid = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

/** Makes an element: `on…` become listeners, the rest attributes; nothing for false and null. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...kids: Kid[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), props, kids);
}

function fill<E extends Element>(element: E, props: Props, kids: readonly Kid[]): E {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...kids.filter((kid): kid is Node | string => Boolean(kid)));
  return element;
}

/** A drawing of strokes in a 24 by 24 field. */
export function icon(...paths: string[]): SVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  fill(
    svg,
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    paths.map((d) => fill(document.createElementNS(ns, 'path'), { d }, [])),
  );
  return svg;
}

export const ECHO = [
  'M6 9.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2z',
  'M11.5 7.2a6.8 6.8 0 0 1 0 9.6',
  'M15.6 3.6a12 12 0 0 1 0 16.8',
];
export const CROSS = ['M6 6l12 12', 'M18 6L6 18'];
export const ARROW = ['M14.5 5l-7 7l7 7'];
export const CAMERA = ['M4 8h3.2l1.6-2.6h6.4L16.8 8H20v11H4z', 'M12 10.4a3 3 0 1 0 0 6a3 3 0 1 0 0-6z'];
export const STAR = ['M12 3.2l2.7 5.6l6.1.8l-4.5 4.2l1.1 6.1L12 17l-5.4 2.9l1.1-6.1L3.2 9.6l6.1-.8z'];
