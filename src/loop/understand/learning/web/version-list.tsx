// Every version of the shop's engine, newest first: what it learned from, how it did on lessons it had not seen, and the way back.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { numberText } from '../../../../ui/number-door.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { getAccuracyRoute } from '../core/accuracy.contract.ts';
import {
  chooseShopEngineRoute,
  getLearningRoute,
  listShopEnginesRoute,
  type ShopEngineView,
} from '../core/learning.contract.ts';

export function VersionList() {
  const { t } = useTranslation('accuracy');
  const toast = useToast();
  const mayManage = useCan('judgement.rerun');
  const list = useList(listShopEnginesRoute, { query: { limit: 10 } }, { on: ['learning.*'], freshMs: 0 });
  const learning = useRead(getLearningRoute, {}, { on: ['learning.*'] });
  const choose = useVerb(chooseShopEngineRoute, {
    refresh: [listShopEnginesRoute, getLearningRoute, getAccuracyRoute],
    onDone: (view) => toast.done(t('version.chosen', { engine: view.engine })),
    onProblem: (problem) => toast.problem(problem),
  });
  const back = (id: string | null) => choose.mutate({ body: { id } });
  const isBase = learning.data?.active === null;
  // Off, the base judges whatever is chosen.
  const isOn = learning.data?.isOn !== false;
  return (
    <Section
      title={t('version.title')}
      sentence={t('version.sentence')}
      flush
      end={
        mayManage &&
        isOn &&
        learning.data &&
        !isBase && (
          <ConfirmButton
            size="small"
            question={t('version.baseQuestion')}
            detail={t('version.detail')}
            deed={t('version.toBase')}
            onConfirm={() => back(null)}
          >
            {t('version.toBase')}
          </ConfirmButton>
        )
      }
    >
      {list.status === 'ready' && list.items.length === 0 ? (
        <p className="hy-accuracy-none">{t('version.none')}</p>
      ) : (
        <ol className="hy-versions">
          {list.items.map((version) => (
            <Version
              key={version.id}
              version={version}
              isOn={isOn}
              mayManage={mayManage}
              onBack={() => back(version.id)}
            />
          ))}
        </ol>
      )}
      {list.hasMore && (
        <p className="hy-accuracy-none">
          <Button size="small" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('version.more')}
          </Button>
        </p>
      )}
    </Section>
  );
}

function Version(props: { version: ShopEngineView; isOn: boolean; mayManage: boolean; onBack: () => void }) {
  const { t, i18n } = useTranslation('accuracy');
  const { version } = props;
  const { shadow } = version;
  const percent = (value: number) => numberText(value, 'percent', i18n.language);
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <li className={version.state === 'active' && props.isOn ? 'hy-version hy-version-active' : 'hy-version'}>
      <div>
        <strong>{t('version.number', { number: version.number })}</strong>{' '}
        <PlainTag>
          {t(version.state === 'active' && !props.isOn ? 'version.asleep' : `version.state.${version.state}`)}
        </PlainTag>{' '}
        <span className="hy-quiet">
          {t(`version.cause.${version.cause}`, { name: version.byName })} <RelativeTime at={version.madeAt} />
        </span>
        <p>
          {t('version.from', { count: version.lessons, n: whole.format(version.lessons) })}
          {version.isSelfTrained && ` ${t('version.selfTrained')}`}{' '}
          {shadow
            ? t('version.shadow', {
                n: whole.format(shadow.lessons),
                neutral: whole.format(shadow.neutral),
                base: percent(shadow.base),
                shop: percent(shadow.shop),
              })
            : t('version.noShadow')}
          {version.reason && ` ${t(`version.reason.${version.reason}`)}`}
        </p>
        <code className="hy-faint">{version.engine}</code>
      </div>
      {props.mayManage && props.isOn && version.canReturn && (
        <ConfirmButton
          size="small"
          question={t('version.backQuestion', { number: version.number })}
          detail={t('version.detail')}
          deed={t('version.back')}
          onConfirm={props.onBack}
        >
          {t('version.back')}
        </ConfirmButton>
      )}
    </li>
  );
}
