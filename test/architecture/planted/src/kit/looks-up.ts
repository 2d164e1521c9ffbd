// Planted: kit knows the text engine.
import { words } from '../text/words.ts';

export const up = words;
