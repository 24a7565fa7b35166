import type { HomeKind } from '../access/index.ts'
import type { Services } from '../platform/room.ts'
import { formatNumber } from '../platform/words.ts'
import { putRightFirst, qualityOf } from './quality-read.ts'

const SHOWN = 5

/** What in the rows does figures the most harm. Counts: not child-level. */
export const qualityHome = ({ pool }: Services): HomeKind[] => [
  {
    order: 10,
    roles: ['data_team'],
    part: async (person) => {
      const snapshot = await pool.current(person.council)
      const quality = snapshot && (await qualityOf(snapshot))
      if (!quality) return null
      const worst = putRightFirst(quality.findings).slice(0, SHOWN)
      return {
        heading: 'Put right first',
        narrow: true,
        body:
          worst.length === 0 ? (
            <p>Nothing was found in the rows.</p>
          ) : (
            <>
              <ul class="govuk-list">
                {worst.map(({ check, title, count }) => (
                  <li>
                    <a href={`/data/quality/${check}`}>{title}</a>: {formatNumber(count)}
                  </li>
                ))}
              </ul>
              <p>
                <a href="/data/quality">Everything that was found</a>
              </p>
            </>
          ),
      }
    },
  },
]
