/** Who asks for it. An inspection's recommendations come in two weights; a Notice and our own plan may ask too. */
export const SOURCES = [
  'priority_and_immediate',
  'area_for_improvement',
  'improvement_notice',
  'monitoring_visit',
  'own',
] as const
export type Source = (typeof SOURCES)[number]

export const SOURCE_WORDS: Record<Source, string> = {
  priority_and_immediate: 'Ofsted, priority and immediate',
  area_for_improvement: 'Ofsted, area for improvement',
  improvement_notice: 'Improvement Notice',
  monitoring_visit: 'Monitoring visit',
  own: 'Our own',
}

export interface Theme {
  id: string
  /** `T1` */
  ref: string
  title: string
  position: number
  version: number
}

export interface Recommendation {
  id: string
  themeId: string
  /** `R3` */
  ref: string
  title: string
  /** What was asked, in our words. */
  asked: string
  source: Source
  /** Where to find the original words: document, page and date. */
  sourceNote: string
  owner: string
  sponsor: string
  position: number
  version: number
}
