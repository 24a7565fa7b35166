/** Is it changing? The shape of a mark. Higher and lower are for measures where neither is better. */
export type Verdict = 'worsening' | 'improving' | 'steady' | 'higher' | 'lower' | 'none'
export type Direction = 'up' | 'down'

const WORDS: Readonly<Record<Verdict, string>> = {
  worsening: 'Worsening',
  improving: 'Improving',
  steady: 'Steady',
  higher: 'Higher than usual',
  lower: 'Lower than usual',
  none: 'Too few points',
}

export const describeVerdict = (verdict: Verdict): string => WORDS[verdict]

/** Will it meet the target? `met` and `not-met` are for figures to which limits do not apply. */
export type TargetVerdict = 'will-miss' | 'hit-or-miss' | 'will-meet' | 'met' | 'not-met' | 'no-target'

const TARGET_WORDS: Readonly<Record<TargetVerdict, string>> = {
  'will-miss': 'Will miss',
  'hit-or-miss': 'Hit or miss',
  'will-meet': 'Will meet',
  met: 'Met',
  'not-met': 'Not met',
  'no-target': 'No target',
}

export const describeTargetVerdict = (verdict: TargetVerdict): string => TARGET_WORDS[verdict]
