// Our own line icons, one stroke width on a 20 px grid, so that the console does not look like any kit.
import type { CSSProperties } from 'react';

const paths = {
  overview: 'M3 16.5h14M5.5 13.5V9M10 13.5V4M14.5 13.5V7',
  inbox: 'M3 11.5 5 4h10l2 7.5V16H3zM3 11.5h4l1 2h4l1-2h4',
  feedback: 'M3.5 4h13v9.5H9.5L6 16.5v-3H3.5zM6.5 7.5h7M6.5 10h4.5',
  imports: 'M10 3v8.5M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13',
  themes: 'M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM13.5 11v5M11 13.5h5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l2.8 1.8',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  members:
    'M7.5 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c0-2.8 2-4.5 5-4.5s5 1.7 5 4.5M12.5 4.2a3 3 0 0 1 0 5.6M14.5 12.4c1.9.6 3 2.1 3 4.1',
  key: 'M7 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10.5 10H17v3M14 10v2.5',
  audit: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12.5h5',
  dead: 'M10 3.5 17.5 16.5h-15zM10 8v4M10 14.2v.1',
  mail: 'M3 5h14v10.5H3zM3 6l7 5.5L17 6',
  settings:
    'M4 6h7M14.5 6H16M4 14h1.5M9 14h7M12.7 4.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM7.2 12.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 5.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'M7.5 4l6 6-6 6',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  up: 'M4.5 12.5 10 7l5.5 5.5',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z',
  system: 'M3 4h14v9.5H3zM7.5 16.5h5M10 13.5v3',
  language: 'M3 5.5h8M7 3.5v2M9.5 5.5C9 8.5 6.5 11 3.5 12.5M5 8c.8 2 2.5 3.5 4.5 4.2M10 16.5l3.5-8 3.5 8M11.2 14h4.6',
  reply: 'M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v2',
  assign: 'M8.5 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 16.5c0-2.8 2.2-4.5 5.5-4.5M12 14h5.5M15 11.5 17.5 14 15 16.5',
  note: 'M4 3.5h12v9l-4 4H4zM12 16.5v-4h4M7 7.5h6M7 10.5h3',
  merge: 'M5 3.5v4c0 3 5 3 5 6v3M15 3.5v4c0 3-5 3-5 6M7.5 14 10 16.5l2.5-2.5',
  snooze: 'M6 5h8l-8 10h8',
  flag: 'M5 17V3.5h10.5L13 7.5l2.5 4H5',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5',
  download: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 16.5h12',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M4 16.5h12',
  edit: 'M12.5 4 16 7.5 7.5 16H4v-3.5zM10.5 6 14 9.5',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  eye: 'M2.5 10C4 6.5 6.8 5 10 5s6 1.5 7.5 5c-1.5 3.5-4.3 5-7.5 5s-6-1.5-7.5-5zM10 7.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1',
  pin: 'M7 3.5h6l-1 5 2.5 3h-9l2.5-3zM10 11.5v5.5',
  star: 'M10 3.5l2 4.3 4.5.6-3.3 3.2.8 4.7-4-2.3-4 2.3.8-4.7L3.5 8.4 8 7.8z',
  person: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17c.3-3.2 2.8-5 6.5-5s6.2 1.8 6.5 5',
  product: 'M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8v4M10 14.2v.1',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.5M10 6.5v.1',
  pause: 'M7 5v10M13 5v10',
  play: 'M6.5 4.5v11l9-5.5z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.5h7',
  signOut: 'M8 3.5H4v13h4M12.5 6.5 16 10l-3.5 3.5M16 10H8',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  bolt: 'M11 2.5 5 11h4.5L9 17.5 15 9h-4.5z',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  form: 'M4.5 3h11v14h-11zM7 7h1M10 7h3.5M7 10.5h1M10 10.5h3.5M7 14h1M10 14h3.5',
  signal: 'M3 13.5h3l2-7 3.5 10 2-6H17',
  problem: 'M10 3v4M10 7 5 12v4.5M10 7l5 5v4.5M3.5 16.5h3M13.5 16.5h3',
  promise: 'M3.5 10.5 7 14l3-3M16.5 6.5 10 13M12 4l4.5 2.5M3.5 6.5 8 4l3 2',
  phone:
    'M5 3.5h2.5L9 7.5 7 9c1 2 2 3 4 4l1.5-2 4 1.5V15c0 1-.8 1.8-1.8 1.7C9 16.2 3.8 11 3.3 5.3 3.2 4.3 4 3.5 5 3.5z',
  verify: 'M10 2.8 16 5v5c0 3.5-2.3 6-6 7.2C6.3 16 4 13.5 4 10V5zM7 10l2.2 2.2L13.2 8',
  insight: 'M3 16.5h14M4.5 13 8 9l3 2.5 5-6M13 5.5h3v3',
  review: 'M4 4h12v12.5H4zM4 7.5h12M7 3v2M13 3v2M7 11l1.5 1.5L11.5 10',
  report: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 13.5v-2M10 13.5V9M12.5 13.5v-3',
  roadmap: 'M4 5h7M4 10h11M4 15h5M13.5 5h2.5M12 15h4',
  evidence:
    'M10 3v3M10 6 5.5 9.5M10 6l4.5 3.5M3.5 9.5h4v3h-4zM12.5 9.5h4v3h-4zM5.5 12.5v3M14.5 12.5v3M3.5 16h4M12.5 16h4',
  webhook: 'M7.5 12.5a3 3 0 1 1-3-3M10 4a3 3 0 0 1 2.6 4.5L10 13M12.5 13a3 3 0 1 0 3-2.5M10 7 7.5 12',
  photo: 'M3 5h14v11H3zM3 13l4-4 4 4 2.5-2.5L17 13M13 8h.1',
  qr: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2M16.5 11.5v2M11.5 16.5h1.5M14.5 14.5h2v2',
  live: 'M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM6.5 6.5a5 5 0 0 0 0 7M13.5 6.5a5 5 0 0 1 0 7M4 4a8.5 8.5 0 0 0 0 12M16 4a8.5 8.5 0 0 1 0 12',
  show: 'M3 5h14v10H3zM8.5 7.5v5l4-2.5zM6 17h8',
  draw: 'M3.5 8h13v9h-13zM10 8v9M3 5.5h14V8H3zM10 5.5C8 5.5 6 4.6 6.5 3.3S9.5 3.5 10 5.5c.5-2 3-3.5 3.5-2.2S12 5.5 10 5.5',
  collapse: 'M3.5 4h13v12h-13zM8 4v12M13.5 8l-2 2 2 2',
} as const;

export type IconName = keyof typeof paths;

/** A line icon in the colour of the text around it. Decorative unless `label` is given. */
export function Icon({
  name,
  size = 18,
  label,
  style,
  className,
}: {
  name: IconName;
  size?: number;
  label?: string;
  style?: CSSProperties;
  /** for parts that place an icon given to them */
  className?: string;
}) {
  return (
    <svg
      className={className ? `hy-icon ${className}` : 'hy-icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={style}
    >
      <path d={paths[name]} />
    </svg>
  );
}
