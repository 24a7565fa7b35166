import type { Command } from 'commander'
import type {
  CalibrationRow,
  CountedCouncil,
  GeneratedCouncil,
  GenerationProgress,
  GenerationRequest,
} from '../../../synthetic/index.ts'
import { asColumns, asJson, WrongUsage } from '../../platform/command/terminal.ts'
import type { CommandContext } from '../../platform/room.ts'
import { readChoice, readWholeNumber } from '../../platform/command/argument.ts'
import { cancellable } from '../../platform/command/cancelling.ts'

interface Options {
  size: string
  seed: string
  months?: string
  out?: string
  format: string
  extracts: string
  window: string
  messy?: true
  report?: true
  json?: true
}

/**
 * `waymark generate`: invents councils and writes their files. It opens no data folder; its files are loaded like any
 * council's.
 */
export function addGenerateCommand(program: Command, { leave, terminal }: CommandContext): void {
  program
    .command('generate')
    .description('invents a council, or all of England’s, and writes its files in the sector’s formats')
    .option('--size <size>', 'small, city or england', 'small')
    .option('--seed <number>', 'the same seed makes the same files', '2015')
    .option('--months <number>', 'months shown, from 1 to 72; otherwise 24 for small and 72 for the others')
    .option('--out <dir>', 'a new or empty folder for the files')
    .option('--format <formats>', 'annex-a, ssd, cin-census, ssda903, capture; commas between', 'annex-a')
    .option('--extracts <rhythm>', 'last: of the last day; monthly: of the end of each month shown', 'last')
    .option('--window <window>', 'ofsted: as far back as Annex A asks; whole: every event', 'ofsted')
    .option('--messy', 'plants the faults of real files, and lists them in planted.json')
    .option('--report', 'prints what is published beside what was generated')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const { generate, calibrationReport, printCalibration } = await import('../../../synthetic/index.ts')
      const request = await readRequest(options)
      const councils: GeneratedCouncil[] = []
      const counted: CountedCouncil[] = []
      try {
        await cancellable(async (signal) => {
          const onProgress = (progress: GenerationProgress) => terminal.progress(describeProgress(progress))
          for await (const council of generate(request, onProgress, signal)) {
            councils.push(council)
            if (council.counted) counted.push(council.counted)
          }
        })
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
        terminal.say('Cancelled. Nothing of it is left.')
        return leave(1)
      }
      const report = request.isCounted ? calibrationReport(counted) : []
      if (options.json) return terminal.out(asJson(answerOf(request, councils, report)))
      if (request.out !== null) {
        terminal.say(`Every child, family and worker in these files is invented. Seed ${request.seed}.`)
        terminal.out(formatFiles(councils))
      }
      if (request.isCounted) terminal.out(printCalibration(report))
    })
}

async function readRequest(options: Options): Promise<GenerationRequest> {
  const { COUNCIL_SIZES, GENERATED_FORMATS, EXTRACT_RHYTHMS, ANNEX_A_WINDOWS } =
    await import('../../../synthetic/index.ts')
  if (options.out === undefined && !options.report) {
    throw new WrongUsage('--out must name a folder for the files, unless --report is asked for alone')
  }
  const formats = options.format
    .split(',')
    .map((word) => readChoice('--format', word.trim(), GENERATED_FORMATS))
  const extracts = readChoice('--extracts', options.extracts, EXTRACT_RHYTHMS)
  if (extracts === 'monthly' && !formats.includes('annex-a'))
    throw new WrongUsage('--extracts monthly is of Annex A: name annex-a among the --format too')
  return {
    size: readChoice('--size', options.size, COUNCIL_SIZES),
    seed: readWholeNumber('--seed', options.seed, 0, 2 ** 31 - 1),
    months: options.months === undefined ? null : readWholeNumber('--months', options.months, 1, 72),
    out: options.out ?? null,
    // Without repeats: two writers of one format would write over each other.
    formats: [...new Set(formats)],
    extracts,
    window: readChoice('--window', options.window, ANNEX_A_WINDOWS),
    isMessy: options.messy ?? false,
    isCounted: options.report ?? false,
  }
}

const answerOf = (
  { size, seed, out }: GenerationRequest,
  councils: readonly GeneratedCouncil[],
  report: readonly CalibrationRow[],
) => ({
  size,
  seed,
  out,
  councils: councils.map(({ code, name, folder, children, files }) => ({
    code,
    name,
    folder,
    children,
    files,
  })),
  ...(report.length > 0 && { report }),
})

function describeProgress({ council, number, of, pass, passes, families }: GenerationProgress): string {
  const position = of > 1 ? ` (${number} of ${of})` : ''
  const round = passes > 1 ? `, round ${pass} of ${passes}` : ''
  return `${council}${position}${round}: ${families.toLocaleString('en-GB')} families`
}

/** The files of one council; of several, a line each. */
function formatFiles(councils: readonly GeneratedCouncil[]): string {
  const [only] = councils
  if (councils.length === 1 && only) {
    return asColumns(
      ['File', 'Rows', 'Bytes'],
      only.files.map(({ file, rows, bytes }) => [file, rows, bytes]),
    )
  }
  return asColumns(
    ['Code', 'Council', 'Children', 'Files', 'Rows', 'Bytes'],
    councils.map(({ code, name, children, files }) => [
      code,
      name,
      children,
      files.length,
      files.reduce((sum, { rows }) => sum + rows, 0),
      files.reduce((sum, { bytes }) => sum + bytes, 0),
    ]),
  )
}
