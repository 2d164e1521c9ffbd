// What its neighbours in this room ask of reports.
export { type OpenShop, openShop } from './open-shop.ts';
export { reportKeeper } from './report.keeper.ts';
