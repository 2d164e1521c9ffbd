// Fills the slots of a written line with what this viewer would say of this product.
import { majorUnits } from '../../../../kit/money.ts';
import type { Dice } from './dice.ts';
import type { PeopleWords, WrittenLine } from './line-book.ts';
import type { SimulatedProduct } from './simulated-show.contract.ts';

const SIZES = ['S', 'M', 'L', 'XL', '2XL', '3XL'];
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

export interface SlotTools {
  dice: Dice;
  people: PeopleWords;
  product: SimulatedProduct | null;
}

/** In the usual unit of its currency. */
const priceOf = (product: SimulatedProduct | null) =>
  product?.price ? majorUnits(product.price.minor, product.price.currency) : 99;

export function fillLine(line: WrittenLine, tools: SlotTools): string {
  const { parts } = line;
  if (parts.length === 1) return parts[0]!;
  let text = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) text += fillSlot(parts[at]!, tools) + (parts[at + 1] ?? '');
  return text;
}

function fillSlot(slot: string, { dice, people, product }: SlotTools): string {
  switch (slot) {
    case 'index':
      return String(product?.index ?? dice.whole(1, 9));
    case 'alias':
      return dice.pick(product?.aliases ?? ['']);
    case 'n':
      return String(dice.whole(2, 6));
    case 'weight':
      return String(dice.whole(85, 178));
    case 'height':
      return String(dice.whole(150, 178));
    case 'kg':
      return String(dice.whole(45, 95));
    case 'cm':
      return String(dice.whole(150, 186));
    case 'shoe':
      return String(dice.whole(35, 44));
    case 'size':
      return product?.kind === 'shoes' ? String(dice.whole(36, 44)) : dice.pick(SIZES);
    case 'color':
      return dice.pick(people.colors);
    case 'city':
      return dice.pick(people.cities);
    case 'region':
      return dice.pick(people.regions);
    case 'country':
      return dice.pick(people.countries ?? people.regions);
    case 'age':
      return String(dice.whole(50, 82));
    case 'kid':
      return String(dice.whole(9, 15));
    case 'price2':
      return String(Math.round(priceOf(product) * dice.between(0.6, 0.9)));
    case 'low':
      return dice.pick(['0.01', '1', '9.9', '0.1', '1.9']);
    // Numbers that are given to nobody: 160 is no operator's, 555-01 is kept for stories.
    case 'phone':
      return `160${dice.whole(10_000_000, 99_999_999)}`;
    case 'enphone':
      return `(202) 555-01${dice.whole(10, 99)}`;
    case 'handle':
      return `sim${dice.pick([...LETTERS])}${dice.pick([...LETTERS])}${dice.whole(100, 9999)}`;
    case 'name':
      return dice.pick(people.family) + dice.pick(people.given);
    default:
      throw new Error(`no such slot: ${slot}`);
  }
}
