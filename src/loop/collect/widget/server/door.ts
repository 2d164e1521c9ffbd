// What later rooms ask: whether a page may call the widget's routes.
export { allowCall, openSite } from './cors.ts';
