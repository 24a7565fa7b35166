import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unzip } from '../../../tests/support/unzip.ts'
import { svgPicture } from './svg-picture.ts'
import { writeWord, type WordBlock } from './word.ts'

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" font-family="Arial, Arimo">${inside}</svg>`

/** The pixels' bytes of a PNG, still filtered: enough to tell a blank one. */
function pixels(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return inflateSync(Buffer.concat(parts))
}

test('a picture of words alone is not blank: the font is ours, whatever the machine has', () => {
  const blank = pixels(svgPicture(svg('')).png)
  for (const weight of ['normal', 'bold']) {
    const words = pixels(
      svgPicture(svg(`<text x="4" y="26" font-size="20" font-weight="${weight}">84.0%</text>`)).png,
    )
    const inked = words.filter((byte, at) => byte !== blank[at]).length
    expect(inked).toBeGreaterThan(500)
  }
})

test('a picture keeps its size and is drawn twice as fine', () => {
  const picture = svgPicture(svg(''))
  expect([picture.width, picture.height]).toEqual([120, 40])
  expect(picture.png.readUInt32BE(16)).toBe(240)
})

const BLOCKS: readonly WordBlock[] = [
  { kind: 'title', text: 'Progress report' },
  { kind: 'heading', level: 1, text: '1  Purpose' },
  { kind: 'heading', level: 3, text: '3.1.3  Oversight' },
  { kind: 'paragraph', runs: [{ text: 'It was ' }, { text: '84.0%', bold: true }, { text: ' & <stayed>' }] },
  { kind: 'list', numbered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] },
  {
    kind: 'table',
    caption: 'Actions',
    columns: [
      { text: 'Action', share: 3, numeric: false },
      { text: 'Count', share: 1, numeric: true },
    ],
    rows: [['Drift lists', '412']],
  },
  {
    kind: 'picture',
    picture: svgPicture(svg('')),
    caption: 'Inside its range',
    alt: 'A line from 87% to 84%',
  },
]

test('a Word document has headings, header rows, pictures that say what they show, its language and title', async () => {
  const files = unzip(
    await writeWord({
      title: 'Report',
      subject: 'Progress',
      author: 'Director',
      footer: 'Draft',
      blocks: BLOCKS,
    }),
  )
  const document = files.get('word/document.xml')!.toString('utf8')
  expect(document).toContain('<w:pStyle w:val="Title"/>')
  expect(document).toContain('<w:pStyle w:val="Heading1"/>')
  expect(document).toContain('<w:pStyle w:val="Heading3"/>')
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  expect(document).toMatch(/<wp:docPr[^>]*descr="A line from 87% to 84%"/)
  expect(document).toContain('84.0%')
  expect(document).toContain('&amp; &lt;stayed&gt;')
  expect(files.get('word/styles.xml')!.toString('utf8')).toContain('<w:lang w:val="en-GB"/>')
  expect(files.get('docProps/core.xml')!.toString('utf8')).toContain('<dc:title>Report</dc:title>')
  const footer = [...files].find(([name]) => name.startsWith('word/footer'))?.[1].toString('utf8') ?? ''
  expect(footer).toContain('PAGE')
  expect(footer).toContain('NUMPAGES')
})
