import type { HomePart } from '../../access/index.ts'
import { formatCount } from '../../platform/words.ts'
import { ColumnHeads } from '../../ui/tables/column-heads.tsx'
import { listOfId } from '../lists/lists.ts'
import { answerHref, ChildCell, OverCell } from './child-cells.tsx'
import { firstOf } from './first-to-answer.ts'
import { childrenIn, type OwnWork, type WorkRow } from './own-work.ts'

const HEADS = ['Child', 'Team', 'Worker', 'Over by', 'List', 'Waits for', 'Answer']

/** Children for whom nobody answered at a clinic: they wait for the head of service. Null where nothing has passed up. */
export function passedPart({ rows }: OwnWork): HomePart | null {
  const passed = rows.filter(({ row, tier }) => row.isOverdue && tier !== 'team')
  if (passed.length === 0) return null
  const reported = passed.filter(({ tier }) => tier === 'director').length
  const count = childrenIn(passed)
  const children = formatCount(count, 'child', 'children')
  return {
    heading: `Passed to you: ${passed.length}`,
    note: 'Nobody had answered when a clinic closed. Longest first.',
    lead: {
      title: 'What has come up to you',
      sentence: {
        bold: `${children} passed to you because nobody had answered for ${count === 1 ? 'it' : 'them'}.`,
        rest:
          reported > 0
            ? `${reported} of the rows waited through a second clinic, and ${reported === 1 ? 'is' : 'are'} counted for the director.`
            : 'Any still without an answer at the next clinic are counted for the director.',
      },
      ...firstOf(passed),
    },
    body: <Passed passed={passed} />,
  }
}

const Passed = ({ passed }: { passed: readonly WorkRow[] }) => (
  <table class="govuk-table wm-records">
    <caption class="govuk-visually-hidden">Passed to you</caption>
    <ColumnHeads heads={HEADS} />
    <tbody class="govuk-table__body">
      {passed.map((own) => (
        <tr class="govuk-table__row">
          <ChildCell row={own.row} />
          <td class="govuk-table__cell" data-label={HEADS[1]}>
            {own.row.team ?? 'No team'}
          </td>
          <td class="govuk-table__cell" data-label={HEADS[2]}>
            {own.row.worker ?? 'Unallocated'}
          </td>
          <OverCell row={own.row} label={HEADS[3]!} />
          <td class="govuk-table__cell" data-label={HEADS[4]}>
            {listOfId(own.row.list)?.title}
          </td>
          <td class="govuk-table__cell" data-label={HEADS[5]}>
            {own.tier === 'director' ? 'you; counted for the director' : 'you'}
          </td>
          <td class="govuk-table__cell" data-label={HEADS[6]}>
            <a href={answerHref(own)}>
              Answer<span class="govuk-visually-hidden"> for child {own.row.childId}</span>
            </a>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
