import { SaxesParser } from 'saxes'
import { markedEncoding } from './csv-form.ts'
import { damagedFault, FileFault } from './raw-sheet.ts'

/** What is told of an XML file, in the order in which it is there. Names are without a prefix. */
export interface XmlListener {
  /** `line` is that of the start tag, from 1. */
  opened(name: string, line: number): void
  /** `text` is what comes between the tags of an element that holds no others; of one that does it is blank. */
  closed(name: string, text: string): void
  /** Text outside elements, where no return has any. */
  strayText(text: string, line: number): void
}

/** No return goes a tenth as deep, and none has a text a hundredth as long. */
const DEEPEST = 100
const LONGEST_TEXT = 1_000_000

/**
 * Reads XML piece by piece; `afterPiece` is waited for before the next. Never held in memory whole. Throws FileFault
 * for a file that is no sound XML, is cut short, has a document type, or is in another encoding than it says.
 */
export async function readXmlElements(
  file: string,
  pieces: AsyncIterable<Buffer>,
  listener: XmlListener,
  afterPiece: () => Promise<void> | void,
): Promise<void> {
  let quietFor = 0
  const parser = elementParser(file, listener, () => {
    quietFor = 0
  })
  const read = (text: string | null): void => {
    try {
      if (text === null) parser.close()
      else parser.write(text)
    } catch (error) {
      throw error instanceof FileFault ? error : notSound(file, error)
    }
  }
  for await (const text of textOf(file, pieces)) {
    quietFor += text.length
    read(text)
    if (quietFor > LONGEST_TEXT) throw textFault(file)
    await afterPiece()
  }
  read(null)
  await afterPiece()
}

/** Tells the listener of elements and stray text, and calls `onEvent` at each tag or text. */
function elementParser(file: string, listener: XmlListener, onEvent: () => void): SaxesParser {
  const parser = new SaxesParser({ position: true })
  const open: OpenElement[] = []

  const takeText = (text: string): void => {
    onEvent()
    const element = open.at(-1)
    if (!element) return
    if (element.hasElements) describeStray(text)
    else element.text += text
    if (element.text.length > LONGEST_TEXT) throw textFault(file)
  }
  const describeStray = (text: string): void => {
    const stray = text.trim()
    if (stray === '') return
    // The parser hands text over once the next tag opens, which may be lines further on.
    const linesAfter = text.slice(text.trimEnd().length).split('\n').length - 1
    listener.strayText(stray, parser.line - linesAfter)
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new FileFault('xml-document-type', `${file} has a document type (DOCTYPE), which no return has`)
  })
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('opentag', ({ name }) => {
    onEvent()
    const parent = open.at(-1)
    if (parent && !parent.hasElements) {
      describeStray(parent.text)
      parent.hasElements = true
      parent.text = ''
    }
    if (open.length >= DEEPEST) {
      throw new FileFault('xml-too-deep', `${file} has more than ${DEEPEST} elements inside one another`)
    }
    open.push({ name: withoutPrefix(name), text: '', hasElements: false })
    listener.opened(open.at(-1)!.name, parser.line)
  })
  parser.on('closetag', () => {
    onEvent()
    const { name, text } = open.pop()!
    listener.closed(name, text)
  })
  return parser
}

interface OpenElement {
  name: string
  text: string
  hasElements: boolean
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** `encoding="..."` of the declaration that opens the file. */
const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/

async function* textOf(file: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  const decode = (piece: Buffer | null): string => {
    try {
      return piece ? decoder!.decode(piece, { stream: true }) : (decoder?.decode() ?? '')
    } catch (error) {
      throw encodingFault(file, decoder!.encoding, error)
    }
  }
  for await (const piece of pieces) {
    decoder ??= decoderFor(file, piece)
    yield decode(piece)
  }
  yield decode(null)
}

function decoderFor(file: string, start: Buffer): TextDecoder {
  const declared = DECLARED.exec(start.subarray(0, 200).toString('latin1').replace(/^ï»¿/, ''))?.[1]
  // Systems that say UTF-16 and write another encoding mean UTF-8: in UTF-16 the declaration could not be read so.
  const isUtf16 = declared !== undefined && /^(utf-?16|ucs-?2)/i.test(declared)
  const encoding = markedEncoding(start) ?? (isUtf16 ? 'utf-8' : declared) ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    throw encodingFault(file, encoding, error)
  }
}

const encodingFault = (file: string, encoding: string, cause: unknown): FileFault =>
  new FileFault('xml-encoding', `${file} cannot be read as ${encoding.toUpperCase()}: export it as UTF-8`, {
    cause,
  })

const textFault = (file: string): FileFault =>
  new FileFault('xml-text-too-long', `${file} has a text of more than a million letters, which no return has`)

/** Saxes says `place: what`, such as `12:7: unexpected close tag.` */
function notSound(file: string, error: unknown): Error {
  if (!(error instanceof Error)) return damagedFault(file, error)
  const match = /^(?:[^:]*:)??(\d+):\d+: (.*)$/s.exec(error.message)
  if (!match) return error
  return new FileFault(
    'xml-not-sound',
    `${file} is not sound XML at line ${match[1]} (${match[2]!.replace(/\.$/, '')}): export it again`,
    { cause: error },
  )
}
