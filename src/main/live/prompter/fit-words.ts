// Makes the line as large as the stage has room for, so that three words fill the screen and thirty still fit.

const SMALLEST = 28;
const LARGEST = 320;

/** The reader's own size, 0.6 to 1.4. */
export function ownSize(): number {
  return Number(getComputedStyle(document.body).getPropertyValue('--by')) || 1;
}

/** What stands in the box, one under the other with the gaps between. */
function heightOf(box: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(box).rowGap) || 0;
  const parts = [...box.children] as HTMLElement[];
  return parts.reduce((sum, part) => sum + part.offsetHeight + gap, gap);
}

/** Finds the largest size at which the words and what is to be said stay inside the stage. */
export function fitWords(stage: HTMLElement): void {
  const box = stage.querySelector<HTMLElement>('.line');
  const words = stage.querySelector<HTMLElement>('.words');
  if (!box || !words) return;
  let low = SMALLEST;
  let high = LARGEST;
  // Eight halvings find the pixel.
  for (let step = 0; step < 8; step += 1) {
    const middle = (low + high) / 2;
    words.style.fontSize = `${middle}px`;
    const fits = heightOf(box) <= box.clientHeight && words.scrollWidth <= words.clientWidth;
    if (fits) low = middle;
    else high = middle;
  }
  words.style.fontSize = `${Math.floor(low * Math.min(1, ownSize()))}px`;
}
