import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { allow, operator, ROLES } from '../access/index.ts'
import { toCsv } from '../platform/csv.ts'
import { Refused } from '../platform/errors.ts'
import type { CommandContext } from '../platform/room.ts'
import type { PeoplePreview } from './people-import.ts'

interface ImportOptions {
  preview?: true
  change?: true
}

/** `waymark people import FILE | template`, beside what `access` has of people. */
export function addPeopleImport(program: Command, { open, terminal }: CommandContext): void {
  const people = program.commands.find((command) => command.name() === 'people')
  if (!people) return
  people
    .command('template')
    .description('a CSV of people to fill in: name, email, role, teams and the rest')
    .action(async () => {
      const { PEOPLE_TEMPLATE } = await import('./people-import.ts')
      terminal.out(PEOPLE_TEMPLATE)
    })
  people
    .command('import <file>')
    .description(
      'opens accounts for the people of a CSV, all of them or none; prints their first passwords once, as CSV',
    )
    .option('--preview', 'says what the file would do, and does nothing')
    .option('--change', 'changes accounts that are not as the file says; otherwise they are left as they are')
    .action(async (file: string, options: ImportOptions) => {
      const content = await readFile(file)
      return open(async (services) => {
        const { bringInPeople, previewPeople } = await import('./people-import.ts')
        const pass = allow(operator(services.council.id), 'people:write')
        const preview = await previewPeople(services, pass, content)
        if (!preview.ok) throw new Refused(Object.values(preview.errors).join('. '))
        terminal.say(describePreview(preview.value, options))
        if (preview.value.refused.length > 0) return 1
        if (options.preview) return 0
        const change = options.change ?? false
        const { passwords, failed } = await bringInPeople(services, pass, preview.value, { change })
        for (const { row, why } of failed) terminal.say(`Row ${row}: ${why}`)
        if (passwords.length > 0) {
          terminal.say('Tell each person their password in person: it is not shown again.')
          terminal.out(
            toCsv(
              ['name', 'email', 'password'],
              passwords.map(({ name, email, password }) => [name, email, password]),
            ),
          )
        }
        return failed.length > 0 ? 1 : 0
      })
    })
}

function describePreview(
  { added, changed, unchanged, refused }: PeoplePreview,
  options: ImportOptions,
): string {
  return [
    `${added.length} to add, ${changed.length} not as the file says, ${unchanged} as they are, ${refused.length} refused.`,
    ...added.map(({ row, draft }) => `Row ${row}: ${draft.email}, ${ROLES[draft.role].title}`),
    ...changed.map(
      ({ row, draft, what }) =>
        `Row ${row}: ${draft.email}: ${what}${options.change ? '' : '. Left as it is: --change changes it'}`,
    ),
    ...refused.map(({ row, why }) => `Row ${row}: ${why}`),
    ...(refused.length > 0 ? ['Refused. Nothing has changed.'] : []),
  ].join('\n')
}
