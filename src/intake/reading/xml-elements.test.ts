import { expect, test } from 'vitest'
import { FileFault } from './raw-sheet.ts'
import { readXmlElements } from './xml-elements.ts'

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What is told of a text that comes in pieces of so many bytes: `+A 1`, `-A text`, `?stray 3`. */
async function told(text: string, size = 64): Promise<string[]> {
  const heard: string[] = []
  await readXmlElements(
    'a.xml',
    piecesOf(Buffer.from(text), size),
    {
      opened: (name, line) => void heard.push(`+${name} ${line}`),
      closed: (name, text) => void heard.push(`-${name} ${text}`.trim()),
      strayText: (text, line) => void heard.push(`?${text} ${line}`),
    },
    () => undefined,
  )
  return heard
}

test('elements are told in order, by name without prefix, each with its line and the text in it', async () => {
  const text =
    '<?xml version="1.0"?>\n<a:R xmlns:a="u">\n<B x="1">é &amp; <![CDATA[<c>]]></B>\n<C/>\n</a:R>\n'
  const heard = ['+R 2', '+B 3', '-B é & <c>', '+C 4', '-C', '-R']
  // However it is cut, a letter of two bytes too.
  for (const size of [1, 2, 3, 7, 64]) expect(await told(text, size)).toEqual(heard)
})

test('text outside elements is told as stray, wherever it is', async () => {
  expect(await told('<R>\nbefore<B>in</B>\nafter</R>')).toEqual([
    '+R 1',
    '?before 2',
    '+B 2',
    '-B in',
    '?after 3',
    '-R',
  ])
})

test('a file that is no sound XML is refused with the line at which it stops being so', async () => {
  await expect(told('<R>\n<B></C></R>')).rejects.toThrow(
    /^a\.xml is not sound XML at line 2 \(.+\): export it again$/,
  )
  await expect(told('  ')).rejects.toThrow(FileFault)
})

test('what the reader itself throws is no fault of the file', async () => {
  const reading = readXmlElements(
    'a.xml',
    piecesOf(Buffer.from('<R/>'), 9),
    {
      opened() {
        throw new Error('ours')
      },
      closed: () => undefined,
      strayText: () => undefined,
    },
    () => undefined,
  )
  await expect(reading).rejects.toThrow(/^ours$/)
})
