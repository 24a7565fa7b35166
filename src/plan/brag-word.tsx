import { BragMark } from '../ui/charts/marks.tsx'
import { BRAG_WORDS, type Brag } from './rating.ts'

/** A rating as its mark and its word. */
export const BragWord = ({ rating }: { rating: Brag }) => (
  <span class="wm-brag">
    <BragMark rating={rating} /> {BRAG_WORDS[rating]}
  </span>
)

export const bragWord = (rating: Brag) => <BragWord rating={rating} />
