// The sections of a report in their order: figures first, then the words that go with them.
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../ui/section.tsx';
import type { ReportView } from '../core/report.contract.ts';
import { REPORT_SECTIONS, type ReportSection, type ReportTexts } from '../core/report-texts.contract.ts';
import { FigureDoors } from './figure-doors.tsx';
import { LineFields, WordsFields } from './text-fields.tsx';
import { ThemeTable } from './theme-table.tsx';

const KEYS: Partial<Record<ReportSection, string[][]>> = {
  voices: [
    ['voices', 'netSentiment', 'urgentShare', 'lowRatingShare'],
    ['sentimentShare:positive', 'sentimentShare:neutral', 'sentimentShare:negative'],
  ],
  fixes: [
    ['casesOpened', 'casesResolved', 'casesVerified', 'casesDisputed', 'casesOpen', 'actionsDone', 'actionsImproved'],
  ],
  response: [
    ['firstReplyMedian', 'firstReplyP90', 'firstReplyInTime', 'resolutionMedian', 'resolutionP90', 'resolutionInTime'],
  ],
  satisfaction: [['csat', 'responseRate', 'repeatRate']],
  promises: [['promisesKept']],
};

export function ReportSections(props: {
  report: ReportView;
  texts: ReportTexts;
  readOnly: boolean;
  onChange: (texts: ReportTexts) => void;
}) {
  const { t } = useTranslation(['pagereports', 'reports']);
  const { report, texts, readOnly, onChange } = props;
  const { figures, thanked } = report.open;
  const channels = figures.figures.filter((figure) => figure.metric === 'channelVoices').map((figure) => figure.key);
  const rows = (section: ReportSection) => [...(KEYS[section] ?? []), ...(section === 'voices' ? [channels] : [])];
  return REPORT_SECTIONS.map((section) => (
    <Section
      key={section}
      title={t(`reports:heading.${section}`)}
      sentence={t(`section_sentence.${section}`) || undefined}
    >
      {rows(section).map((keys) => (
        <FigureDoors key={keys[0] ?? section} figures={figures} keys={keys} label={t(`reports:heading.${section}`)} />
      ))}
      {section === 'themes' && <ThemeTable figures={figures} />}
      {section === 'fixes' && (
        <ul className="report-lines">
          {figures.fixes.map((fix) => (
            <LineFields
              key={fix.actionId}
              id={fix.actionId}
              name={fix.title}
              note={`${fix.problem} · ${fix.doneOn} · ${t(`reports:verdict.${fix.verdict}`)}`}
              readOnly={readOnly}
              value={texts.fixes[fix.actionId] ?? { 'zh-CN': '', en: '', shown: false }}
              onChange={(line) => onChange({ ...texts, fixes: { ...texts.fixes, [fix.actionId]: line } })}
            />
          ))}
        </ul>
      )}
      {section === 'open' &&
        (figures.openProblems.length === 0 ? (
          <p className="hy-quiet">{t('no_lines')}</p>
        ) : (
          <ul className="report-lines">
            {figures.openProblems.map((one) => (
              <LineFields
                key={one.problemId}
                id={one.problemId}
                name={one.title}
                note={one.since}
                readOnly={readOnly}
                value={texts.problems[one.problemId] ?? { 'zh-CN': '', en: '', shown: false }}
                onChange={(line) => onChange({ ...texts, problems: { ...texts.problems, [one.problemId]: line } })}
              />
            ))}
          </ul>
        ))}
      {section === 'thanks' && <p>{t('thanked', { count: thanked })}</p>}
      {(!readOnly || hasWords(texts, section)) && (
        <WordsFields
          id={`report-${section}`}
          label={t('words.label')}
          readOnly={readOnly}
          lines={section === 'foreword' ? 5 : 2}
          value={texts.sections[section] ?? { 'zh-CN': '', en: '' }}
          onChange={(words) => onChange({ ...texts, sections: { ...texts.sections, [section]: words } })}
        />
      )}
    </Section>
  ));
}

/** What nobody has written need not stand there empty once it can no longer be written. */
function hasWords(texts: ReportTexts, section: ReportSection): boolean {
  const words = texts.sections[section];
  return words !== undefined && (words['zh-CN'] !== '' || words.en !== '');
}
