import type { Command } from 'commander'
import { caseSystemFault, saveCouncil } from '../index.ts'
import { asJson, WrongUsage } from '../../platform/command/terminal.ts'
import type { CommandContext } from '../../platform/room.ts'

interface CouncilOptions {
  name?: string
  code?: string
  colour?: string
  population?: string[]
  caseSystem?: string
  json?: true
}

/** `waymark council`: who this installation serves. */
export function addCouncilCommand(program: Command, { open, terminal }: CommandContext): void {
  program
    .command('council')
    .description('shows the council’s settings, or changes those that are given')
    .option('--name <name>', 'as the header of every page says it')
    .option('--code <code>', 'the three-digit authority code of the published figures')
    .option('--colour <colour>', 'the header’s colour, like #0b4a4f')
    .option('--population <year=children...>', 'children aged 0 to 17 by mid-year, like 2014=118000')
    .option(
      '--case-system <address>',
      'where the case system shows a child, like https://cases.example.gov.uk/child/{child}; none to take it away',
    )
    .option('--json', 'as JSON')
    .action((options: CouncilOptions) =>
      open(async ({ records, council, realClock }) => {
        if (options.code !== undefined && !/^\d{3}$/.test(options.code)) {
          throw new WrongUsage('--code must be three digits, like 352')
        }
        if (options.colour !== undefined && !/^#[0-9a-f]{6}$/i.test(options.colour)) {
          throw new WrongUsage('--colour must be a colour, like #0b4a4f')
        }
        const given = options.caseSystem === 'none' ? null : options.caseSystem
        const fault = given ? caseSystemFault(given) : null
        if (fault !== null) throw new WrongUsage(`--case-system: ${fault}`)
        const changed = {
          ...council,
          ...(given !== undefined && { caseSystem: given }),
          ...(options.name !== undefined && { name: options.name }),
          ...(options.code !== undefined && { authorityCode: options.code }),
          ...(options.colour !== undefined && { brandColour: options.colour.toLowerCase() }),
          population: { ...council.population, ...readPopulation(options.population ?? []) },
        }
        if (Object.keys(options).some((option) => !['json', 'data'].includes(option))) {
          await saveCouncil(records, realClock, changed)
        }
        terminal.out(asJson(changed))
        return 0
      }),
    )
}

function readPopulation(pairs: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, year, children] = /^(\d{4})=([1-9]\d*)$/.exec(pair) ?? []
      if (!year || !children)
        throw new WrongUsage(`--population must be like 2014=118000; this was "${pair}"`)
      return [year, Number(children)]
    }),
  )
}
