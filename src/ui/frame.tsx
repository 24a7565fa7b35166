import type { Day } from '../platform/day.ts'

/** What every page's frame needs to know. The web door makes it once per request. */
export interface FrameProps {
  councilName: string
  /** `#rrggbb` */
  brandColour: string
  /** Null on the sign-in page. */
  person: { name: string; roleTitle: string } | null
  /** The sections this person may open, in order. */
  sections: readonly { text: string; href: string }[]
  demonstration: boolean
  /** The as-at day of the figures; null before the first load. */
  asAt: Day | null
  loadedOn: Day | null
  today: Day
  /** What the pages of data say until somebody has seen it: for those who may see loads. */
  notices?: readonly { sentence: string; href: string }[]
  /** For the hidden field of every form. */
  csrf: string
}
