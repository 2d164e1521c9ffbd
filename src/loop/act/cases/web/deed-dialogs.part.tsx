// The dialog of the deed in hand; resolving has its own, later in the loop, because people are told.
import { AssignDialog } from './assign-dialog.tsx';
import type { DeedCase, DeedKind } from './deed.part.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PriorityDialog } from './priority-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

const dialogs = {
  assign: AssignDialog,
  snooze: SnoozeDialog,
  priority: PriorityDialog,
  merge: MergeDialog,
  verify: VerifyDialog,
};

export function DeedDialogs(props: {
  kind: Exclude<DeedKind, 'resolve'>;
  cases: readonly DeedCase[];
  onClose: () => void;
}) {
  const Dialog = dialogs[props.kind];
  return <Dialog cases={props.cases} onClose={props.onClose} />;
}
