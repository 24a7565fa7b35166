import { describeFieldChange } from '../records/index.ts'
import { HistoryList } from '../records/web.ts'
import { BragWord } from './brag-word.tsx'
import { PLAN_KINDS, type Change } from './plan-items.ts'
import type { Rating } from './rating.ts'
import { describeBound } from './recommendation-sentence.ts'

/** "Due day moved from 27 February 2015 to 31 March 2015" */
function describeChange(change: Change): string {
  const kind = PLAN_KINDS.find(({ name }) => name === change.subject)!
  const name = kind.words.one.charAt(0).toUpperCase() + kind.words.one.slice(1)
  const isPart = ['milestone', 'evidence', 'measure'].includes(change.subject)
  if (change.field === 'created') {
    return isPart ? `${name} added: ${describeBound(change.now)}` : `Added to the plan: ${change.now}`
  }
  return `${isPart ? `${name}: ` : ''}${describeFieldChange(kind.fields, change)}`
}

/** Ratings and changes together, newest first. */
export const History = ({ ratings, changes }: { ratings: readonly Rating[]; changes: readonly Change[] }) => (
  <HistoryList
    events={[
      ...ratings.map((rating, order) => ({
        ...rating,
        order,
        what: (
          <>
            <BragWord rating={rating.rating} />
            {rating.step === 'proposed' ? ' proposed' : ' confirmed'}
          </>
        ),
      })),
      ...changes.map((change, order) => ({ ...change, order, what: describeChange(change) })),
    ]}
  />
)
