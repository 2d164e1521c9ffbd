// What the product's composition and the command line ask of reports of shows.
export { RecordBuilder } from '../core/record-builder.ts';
export { reportPdf } from './file/report-pdf.ts';
export { createKeptShows } from './kept-show.ts';
export { makeRecord } from './make-record.ts';
export { reportHtml } from './page/report-html.ts';
export { showReport } from './page/show-report.ts';
export { forgetReport, liveReportKeeper } from './report.keeper.ts';
