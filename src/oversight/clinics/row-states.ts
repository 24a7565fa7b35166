import type { Pass } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { answerKey, latestAnswers, tierOf } from '../answers/answer.ts'
import { answersForCounts } from '../answers/answer-store.ts'
import type { RowState } from '../lists/list-read.ts'
import { subjectOf, type ListRow } from '../lists/list-rows.ts'
import { itemsForCounts, silencesIn } from './item-store.ts'

/** What the records hold of each row of the lists, for counts: whether somebody has answered, and whose answer is waited for. */
export async function rowStates(
  records: Records,
  pass: Pass<'figures:read'>,
): Promise<(row: ListRow) => RowState> {
  const answers = latestAnswers(await answersForCounts(records, pass))
  const silences = silencesIn(await itemsForCounts(records, pass))
  return (row) => {
    const key = answerKey(row.list, subjectOf(row))
    const answer = answers.get(key) ?? null
    return {
      isAnswered: answer !== null,
      answeredOn: (answer?.answeredAt.slice(0, 10) ?? null) as Day | null,
      tier: tierOf(answer, silences.get(key) ?? []),
    }
  }
}
