import { CommanderError } from 'commander'
import { asJson, WrongUsage, type Terminal } from '../platform/command/terminal.ts'
import { NotAllowed, NotFound, Refused, Stale } from '../platform/errors.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { machineFault } from '../platform/machine-fault.ts'
import { isPostgres } from '../platform/records.ts'
import { version } from '../platform/version.ts'

interface Failure {
  /** 1: refused or found wanting; 2: wrong usage. */
  exitCode: 1 | 2
  code: string
  message: string
  /** Only of an error in Waymark: where it happened. */
  trace?: string
}

/**
 * Turns what a command threw into words, an exit code and, for who asked for JSON, an answer that says why in the shape
 * of that command. `hasAnswered`: the command wrote its answer before it failed, and a second would spoil it.
 */
export async function answerFailure(
  error: unknown,
  terminal: Terminal,
  argv: readonly string[],
  hasAnswered: boolean,
): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const { dataDir, records } = readConfig({ data: dataOf(argv) })
  const failure = failureOf(error, dataDir)
  // The parser has said what it did not understand.
  if (!(error instanceof CommanderError)) terminal.say(failure.trace ?? failure.message)
  const words = wordsOf(argv)
  if (!hasAnswered && asksForJson(words))
    terminal.out(asJson(await failureJson(error, failure, words, { dataDir, records })))
  return failure.exitCode
}

function failureOf(error: unknown, dataDir: string): Failure {
  if (error instanceof CommanderError)
    return { exitCode: 2, code: 'wrong-usage', message: error.message.replace(/^error: /, '') }
  if (error instanceof WrongUsage) return { exitCode: 2, code: 'wrong-usage', message: error.message }
  if (error instanceof NotFound) return { exitCode: 1, code: 'not-found', message: error.message }
  if (error instanceof NotAllowed) return { exitCode: 1, code: 'not-allowed', message: error.message }
  if (error instanceof Stale) return { exitCode: 1, code: 'changed-since', message: error.message }
  if (error instanceof Refused) return { exitCode: 1, code: 'refused', message: error.message }
  const fault = machineFault(error, dataDir)
  if (fault) {
    return { exitCode: 1, code: fault.code, message: describeFault(error, fault.sentence) }
  }
  return {
    exitCode: 1,
    code: 'waymark-broke',
    message: 'An error in Waymark stopped this command',
    trace: describeBroken(error),
  }
}

function describeFault(error: unknown, sentence: string): string {
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : ''
  if (path === '') return sentence
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isMissing ? `There is no file or folder ${path}` : `${sentence}: ${path}`
}

function describeBroken(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const cause =
    error instanceof Error && error.cause instanceof Error ? `\nCause: ${error.cause.message}` : ''
  return `Sorry, something went wrong.\n${trace}${cause}`
}

function dataOf(argv: readonly string[]): string | undefined {
  const index = argv.indexOf('--data')
  return index === -1 ? undefined : argv[index + 1]
}

/** The words of the command line without the program, and without `--data` and its folder. */
function wordsOf(argv: readonly string[]): string[] {
  const words = argv.slice(2)
  return words.filter((word, index) => word !== '--data' && words[index - 1] !== '--data')
}

const verbOf = (words: readonly string[]): string => words.find((word) => !word.startsWith('-')) ?? ''

function asksForJson(words: readonly string[]): boolean {
  const verb = verbOf(words)
  if (words.includes('--json') || verb === 'health') return true
  const format = words[words.indexOf('--format') + 1]
  return (
    verb === 'report' &&
    ((words.includes('--format') && format === 'json') || words.includes('--format=json'))
  )
}

/** Commands that other programs watch fail in the shape in which they answer. */
async function failureJson(
  error: unknown,
  { code, message }: Failure,
  words: readonly string[],
  { dataDir, records }: Pick<Config, 'dataDir' | 'records'>,
): Promise<object> {
  switch (verbOf(words)) {
    case 'import': {
      const { faultyLoad } = await import('../loads/index.ts')
      return faultyLoad(
        error instanceof CommanderError ? new WrongUsage(message) : error,
        words.slice(1).filter((word) => !word.startsWith('-')),
        dataDir,
      )
    }
    case 'health': {
      const store = isPostgres(records) ? 'postgres' : 'sqlite'
      return {
        status: 'down',
        down: ['records'],
        version,
        records: store,
        latestSnapshot: null,
        code,
        message,
      }
    }
    case 'check':
      return { ok: false, checks: [{ check: 'opened', ok: false, detail: message }], code }
    default:
      return { error: { code, message } }
  }
}
