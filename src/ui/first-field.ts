// A dialog that opens hands the focus to its first field: the kit hands it to the cross, where Enter would shut the dialog again.
const FIELDS =
  'input:not([type="hidden"]):not([disabled]), textarea:not([disabled]), select:not([disabled]), button:not([disabled]), a[href], [tabindex="0"]';

/** Starts watching; one call serves every dialog. @returns the way to stop */
export function giveFirstFieldFocus(page: Document = document): () => void {
  let walking = false;
  const onKey = (event: KeyboardEvent) => {
    walking = event.key === 'Tab';
  };
  const onPointer = () => {
    walking = false;
  };
  const onFocus = (event: FocusEvent) => {
    // Who walks with Tab wants the cross when he comes to it.
    if (walking || !(event.target instanceof Element) || !event.target.classList.contains('ant-modal-close')) return;
    const dialog = event.target.closest('[role="dialog"]');
    if (!dialog || dialog.contains(event.relatedTarget as Node | null)) return;
    dialog.querySelector('.ant-modal-body')?.querySelector<HTMLElement>(FIELDS)?.focus();
  };
  page.addEventListener('keydown', onKey, true);
  page.addEventListener('pointerdown', onPointer, true);
  page.addEventListener('focusin', onFocus);
  return () => {
    page.removeEventListener('keydown', onKey, true);
    page.removeEventListener('pointerdown', onPointer, true);
    page.removeEventListener('focusin', onFocus);
  };
}
