// Planted: the server meets a page.
import { page } from '../web/page.ts';

export const drawn = page;
