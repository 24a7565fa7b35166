import type { HomePart, Person } from '../../access/index.ts'
import { childHref } from '../../ui/links.ts'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import type { OwnWork } from './own-work.ts'

/** The children who were given to a person by name: those they chair for, or those drawn for them to audit. */
export function drawnPart({ children, rows }: OwnWork, { role }: Person): HomePart | null {
  const [first] = children
  if (!first) return null
  const isAuditor = role === 'auditor'
  const late = (personId: string) => rows.filter(({ row }) => row.childId === personId && row.isOverdue)
  return {
    heading: isAuditor ? `Drawn for you: ${children.length}` : `Children you chair for: ${children.length}`,
    ...(isAuditor && {
      lead: {
        title: 'Drawn for you',
        sentence: {
          bold: `${children.length} ${children.length === 1 ? 'child is' : 'children are'} drawn for you to audit.`,
        },
        first: {
          text: 'Open the first record',
          href: childHref(first.ref),
          note: 'Opening a record is recorded.',
        },
      },
    }),
    body: (
      <RecordTable
        caption=""
        head={['Child', 'Age', 'Team', 'Worker', 'Overdue on'].map((text) => ({ text }))}
        rows={children.map(({ personId, ref, age, team, worker }) => [
          { html: <a href={childHref(ref)}>{personId}</a> },
          { text: age === null ? 'Not known' : age === 0 ? 'Under 1' : String(age) },
          { text: team ?? 'No team' },
          { text: worker ?? 'Unallocated' },
          { text: late(personId).length === 0 ? '–' : `${late(personId).length} of the lists` },
        ])}
      />
    ),
  }
}
