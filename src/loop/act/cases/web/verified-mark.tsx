// The mark beside the status of a verified case; it echoes once, in the moment somebody watches the case become verified.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../../ui/mark.tsx';
import type { CaseView } from '../core/case.contract.ts';

export function VerifiedMark({ view }: { view: Pick<CaseView, 'status' | 'verifiedAt'> }) {
  const { t } = useTranslation('ui');
  const isVerified = view.status === 'verified' || (view.status === 'closed' && view.verifiedAt !== null);
  const before = useRef(isVerified);
  const [echo, setEcho] = useState(false);
  useEffect(() => {
    // A case that was verified before it was opened here is no news.
    if (isVerified !== before.current) setEcho(isVerified);
    before.current = isVerified;
  }, [isVerified]);
  if (!isVerified) return null;
  return (
    <span className="desk-verified">
      <Mark size={18} echo={echo} label={t('status.verified')} />
    </span>
  );
}
