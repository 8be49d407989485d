/** The few tokens that code needs, equal to those in tokens.scss. */

/** For WeChat's own navigation bar and window, which no style sheet reaches. */
export const COLOURS = { primary: '#0b7a75', ground: '#f5f7f8', surface: '#ffffff' } as const;

/** How long an overlay takes to leave; `--motion` in tokens.scss. */
export const MOTION_MS = 180;

/** How long a toast stays readable. */
export const TOAST_MS = 2600;

/** For charts, which are drawn before a style sheet can reach them: primary, line, good, late and text. */
export const CHART_COLOURS = {
  bar: '#0b7a75',
  track: '#e4e7eb',
  good: '#166534',
  short: '#b91c1c',
  mark: '#1f2933',
} as const;
