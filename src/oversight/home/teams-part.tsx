import type { HomePart, Person } from '../../access/index.ts'
import { formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { listHref } from '../lists/list-query.ts'
import type { ListCount } from '../lists/list-read.ts'
import type { ListFile } from '../lists/list-file.ts'
import { LISTS } from '../lists/lists.ts'

/** Every team beside the others, lists down: counts, of which a head of service opens those of their own teams. Names no child. */
export function teamsPart(counts: readonly ListCount[], { scope }: Person): HomePart | null {
  const own = new Set(scope.kind === 'service' || scope.kind === 'team' ? scope.teams : [])
  const teams = [...new Set(counts.flatMap(({ team }) => team ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB', { numeric: true }),
  )
  const lists = LISTS.filter(({ id }) => counts.some((count) => count.list === id && count.overdue > 0))
  if (teams.length < 2 || lists.length === 0) return null
  const cell = (list: string, team: string) => {
    const found = counts.filter((count) => count.list === list && count.team === team)
    return {
      overdue: found.reduce((sum, { overdue }) => sum + overdue, 0),
      unanswered: found.reduce((sum, { unanswered }) => sum + unanswered, 0),
    }
  }
  const most = Math.max(...lists.flatMap(({ id }) => teams.map((team) => cell(id, team).overdue)), 1)
  return {
    heading: `${teams.length} teams, side by side`,
    note: 'By name, not in rank. Teams differ in size: read a count with its team.',
    body: (
      <ScrollRegion label="Teams, side by side">
        <table class="govuk-table wm-records">
          <caption class="govuk-visually-hidden">Overdue by list and team</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Overdue
              </th>
              {teams.map((team) => (
                <th scope="col" class="govuk-table__header">
                  {team}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {lists.map((list) => (
              <TeamsRow
                list={list}
                cells={teams.map((team) => ({ team, ...cell(list.id, team), isOwn: own.has(team) }))}
                most={most}
              />
            ))}
          </tbody>
        </table>
        <p class="wm-note">
          Filled: answered. Hollow: without an answer. One scale for every bar. Of other services you see
          counts, not children.
        </p>
      </ScrollRegion>
    ),
  }
}

interface TeamCell {
  team: string
  overdue: number
  unanswered: number
  /** Of the reader’s own service. */
  isOwn: boolean
}

const TeamsRow = ({ list, cells, most }: { list: ListFile; cells: readonly TeamCell[]; most: number }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a href={listHref(list.id)}>{list.title}</a>
    </th>
    {cells.map(({ team, overdue, unanswered, isOwn }) => {
      const number = formatNumber(overdue)
      return (
        <td class="govuk-table__cell wm-nowrap" data-label={team}>
          <TeamBar overdue={overdue} unanswered={unanswered} most={most} />
          {overdue > 0 && isOwn ? (
            <a href={listHref(list.id, { team })}>{number}</a>
          ) : (
            <b>{overdue === 0 ? '–' : number}</b>
          )}
          {unanswered > 0 ? <span class="wm-secondary"> {unanswered} without</span> : null}
        </td>
      )
    })}
  </tr>
)

const WIDTH = 72

function TeamBar({ overdue, unanswered, most }: { overdue: number; unanswered: number; most: number }) {
  const at = (count: number) => Math.round((count / most) * (WIDTH - 2))
  const answered = at(overdue - unanswered)
  return overdue === 0 ? null : (
    <svg
      class="wm-team-bar"
      width={WIDTH}
      height="12"
      viewBox={`0 0 ${WIDTH} 12`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0.5" y="1" width={answered} height="10" fill="#7d93a6" />
      {unanswered > 0 ? (
        <rect
          x={answered + 0.5}
          y="1.5"
          width={Math.max(2, at(overdue) - answered)}
          height="9"
          fill="#ffffff"
          stroke="#0b0c0c"
        />
      ) : null}
    </svg>
  )
}
