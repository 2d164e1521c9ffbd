// One feedback on a page of its own, for links from elsewhere and for phones.
import { usePathParam } from '../../../../ui/go.tsx';
import { FeedbackDetail } from './feedback-detail.part.tsx';
import './explorer.css';

export function FeedbackPage() {
  const id = usePathParam('feedbackId');
  return (
    <div className="hy-feedback-page">
      <FeedbackDetail key={id} id={id} page />
    </div>
  );
}
