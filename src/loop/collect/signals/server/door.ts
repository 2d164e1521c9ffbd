// What the product's composition and later rooms ask of signals.

export { openOrderNo } from './order.reads.ts';
export { recordSignalBatch, recordSignals } from './record-signals.ts';
export { signalKeeper } from './signal.keeper.ts';
export { createSignalDesk, type SignalDesk } from './signal-desk.ts';
export { signalImportKeeper } from './signal-import.keeper.ts';
