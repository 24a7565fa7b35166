import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CommandContext } from '../../platform/room.ts'
import { templateTitle, type CaptureTemplate } from '../../standards/capture/template.ts'
import { NotFound } from '../../platform/errors.ts'
import { describeUnknown } from '../../platform/nearest.ts'
import { asColumns, asJson, WrongUsage, type Terminal } from '../../platform/command/terminal.ts'

interface Options {
  out?: string
  json?: true
}

/** `waymark templates` and `waymark templates NAME`: they are the same in every data folder, so none is opened. */
export function addTemplateCommand(program: Command, { terminal }: Pick<CommandContext, 'terminal'>): void {
  program
    .command('templates [name]')
    .description('the capture templates, for what no standard carries; with a name, that one to fill in')
    .option('--out <file>', 'where to write it; otherwise standard output')
    .option('--json', 'as JSON')
    .action((name: string | undefined, options: Options) =>
      name === undefined ? list(options, terminal) : write(name, options, terminal),
    )
}

async function list({ out, json }: Options, terminal: Terminal): Promise<void> {
  if (out !== undefined) throw new WrongUsage('--out goes with the name of one template')
  const { CAPTURE_TEMPLATES } = await import('../../standards/capture/templates.ts')
  if (json) return terminal.out(asJson(CAPTURE_TEMPLATES.map(templateAnswer)))
  terminal.out(
    asColumns(
      ['Template', 'Columns', 'One row is'],
      CAPTURE_TEMPLATES.map(({ name, columns, row }) => [name, Object.keys(columns).length, row]),
    ),
  )
}

async function write(name: string, { out, json }: Options, terminal: Terminal): Promise<void> {
  const { CAPTURE_TEMPLATES, captureTemplateNamed } = await import('../../standards/capture/templates.ts')
  const { blankTemplate } = await import('../../standards/capture/blank-template.ts')
  const template = captureTemplateNamed(name)
  if (!template)
    throw new NotFound(
      describeUnknown(
        'template',
        name,
        CAPTURE_TEMPLATES.map((known) => known.name),
      ),
    )
  if (out !== undefined) {
    await writeFile(out, blankTemplate(template))
    terminal.say(`Written to ${out}.`)
  }
  if (json) terminal.out(asJson(templateAnswer(template)))
  else if (out === undefined) terminal.out(blankTemplate(template))
}

const templateAnswer = (template: CaptureTemplate) => {
  const { name, row, purpose, feeds, key, columns } = template
  return {
    name,
    table: `capture/${name}`,
    title: templateTitle(template),
    row,
    purpose,
    feeds,
    key,
    columns: Object.entries(columns).map(
      ([column, { kind, means, isRequired: required, allowed, example }]) => ({
        name: column,
        kind,
        means,
        required,
        allowed,
        example,
      }),
    ),
  }
}
