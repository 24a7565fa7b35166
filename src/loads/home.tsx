import { allow, type HomeKind } from '../access/index.ts'
import { currentSnapshot } from '../dataset/index.ts'
import { daysBetween, formatDay } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
import { unseenLoads } from './load-register-store.ts'
import { waitingLoads } from './waiting-load.ts'

/** What the data team looks at first: loads that wait for a decision, those that were cut off, and how old the figures are. */
export const loadsHome = ({ records, config, clock }: Services): HomeKind[] => [
  {
    order: 5,
    roles: ['data_team'],
    part: async (person) => {
      const waiting = await waitingLoads(config.dataDir, allow(person, 'load:read')).catch(() => [])
      const unseen = await unseenLoads(records, person.council)
      const current = await currentSnapshot(records, person.council)
      const toLookAt = [
        ...waiting.map(({ loadId, files, answerBy }) => ({
          href: `/data/loads/${loadId}`,
          text: `${files.join(', ')} waits for your decision until ${formatDay(answerBy)}`,
        })),
        ...unseen.map(({ id, sentence }) => ({ href: `/data/loads/${id}`, text: sentence })),
      ]
      const [first] = toLookAt
      const age = current && daysBetween(current.asAt, clock.today())
      const figures = current
        ? `The figures are as at ${formatDay(current.asAt)}, ${age} ${age === 1 ? 'day' : 'days'} ago.`
        : 'No data has been loaded yet.'
      const count = toLookAt.length
      return {
        heading: `Loads to look at: ${count}`,
        narrow: true,
        lead: {
          title: 'Data today',
          sentence: {
            bold:
              count === 0
                ? 'No load waits for you.'
                : `${count} ${count === 1 ? 'load waits' : 'loads wait'} for you.`,
            rest: figures,
          },
          first: first
            ? { text: 'Open the first load', href: first.href }
            : { text: 'Load files', href: '/data/upload' },
        },
        body:
          count === 0 ? (
            <p>{figures}</p>
          ) : (
            <ul class="govuk-list">
              {toLookAt.map(({ href, text }) => (
                <li>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          ),
      }
    },
  },
]
