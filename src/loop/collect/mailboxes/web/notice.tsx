// A sentence that warns before something is saved.
import { Icon } from '../../../../ui/icons.tsx';

/** A sentence with a warning's sign. */
export function Notice({ children }: { children: string }) {
  return (
    <p className="hy-mailbox-notice">
      <Icon name="warning" size={16} />
      <span>{children}</span>
    </p>
  );
}
