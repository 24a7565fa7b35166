import { formatDay, type Day } from '../../platform/day.ts'
import { day, defineRecord, paragraph, parent, text, type RecordOf } from '../../records/index.ts'
import { runTaskforce } from '../permissions.ts'
import { taskforce } from './taskforce.ts'

const fixed = () => 'A version of the framework never changes: add the next version'
const standards = (label: string) => paragraph({ label, hint: 'One standard on each line', fixed })

/**
 * The standards of quality and timescale that bind the taskforce and the council. A version is never changed: the next is
 * another record, and what was ticked under this one stays readable with it.
 */
export const frameworkVersion = defineRecord({
  name: 'framework_version',
  idPrefix: 'fwv',
  words: {
    one: 'version of the framework',
    many: 'versions of the framework',
    title: 'Taskforce framework',
  },
  permissions: { read: 'figures:read', write: runTaskforce },
  parents: {
    taskforceId: parent(() => taskforce, {
      label: 'Taskforce',
      required: 'Add a version from the taskforce’s page',
      fixed,
    }),
  },
  fields: {
    fromDay: day({ label: 'Applies from', required: 'Enter the day from which it applies', fixed }),
    agreedBy: text({
      label: 'Agreed by',
      hint: 'Roles on both sides, no names',
      required: 'Enter who agreed it',
      fixed,
    }),
    taskforceQuality: paragraph({
      label: 'The taskforce: quality',
      hint: 'One standard on each line. A manager ticks each for every child.',
      required: 'Enter at least one standard of quality for the taskforce',
      fixed,
    }),
    taskforceTimescale: standards('The taskforce: timescale'),
    councilQuality: standards('The council: quality'),
    councilTimescale: standards('The council: timescale'),
  },
  listed: ['fromDay', 'agreedBy'],
  named: ({ fromDay }) => `Framework from ${formatDay(fromDay)}`,
  order: (left, right) => (left.fromDay < right.fromDay ? 1 : -1),
})

export type FrameworkVersion = RecordOf<typeof frameworkVersion.fields>

/** The standards of one part of a framework: one on each line. */
export const standardsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The version that applies on a day, with its number from 1; null before the first applies. */
export function versionOn(
  versions: readonly FrameworkVersion[],
  on: Day,
): { version: FrameworkVersion; number: number } | null {
  const inOrder = versions.toSorted((left, right) => (left.fromDay < right.fromDay ? -1 : 1))
  const index = inOrder.findLastIndex(({ fromDay }) => fromDay <= on)
  return index === -1 ? null : { version: inOrder[index]!, number: index + 1 }
}
