// What is shown once and never again: a link or a secret, with a way to copy it and a question before it is gone.
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icons.tsx';
import './settings.css';

/** Puts a text on the clipboard; where the browser forbids it, the text stays there to be selected. */
export function CopyButton({ text, primary = false }: { text: string; primary?: boolean }) {
  const { t } = useTranslation('pagesettings');
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
    setTimeout(() => setState('ready'), 3000);
  };
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      icon={<Icon name={state === 'copied' ? 'check' : 'copy'} size={16} />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{t(`copy.${state}`)}</span>
    </Button>
  );
}

/** @param example what can be done with it, shown below with its own copy button */
export function OnceDialog(props: {
  title: string;
  sentence: ReactNode;
  secret: string;
  example?: { title: string; text: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('pagesettings');
  return (
    <Modal
      open
      title={props.title}
      width={620}
      maskClosable={false}
      onCancel={props.onClose}
      footer={<Button onClick={props.onClose}>{t('copy.done')}</Button>}
    >
      <div className="hy-once">
        <p style={{ margin: 0 }}>{props.sentence}</p>
        <div className="hy-once-line">
          <code data-secret>{props.secret}</code>
          <CopyButton text={props.secret} primary />
        </div>
        {props.example && (
          <>
            <p className="hy-quiet" style={{ margin: 0 }}>
              {props.example.title}
            </p>
            <div className="hy-once-line">
              <code>{props.example.text}</code>
              <CopyButton text={props.example.text} />
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
