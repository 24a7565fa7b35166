import { allWritable } from '../clean-text.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Picture } from './svg-picture.ts'

export interface WordRun {
  text: string
  bold?: boolean | undefined
  italic?: boolean | undefined
}

export type WordBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: readonly WordRun[] }
  /** In smaller type: sources, a note under a picture. */
  | { kind: 'note'; text: string }
  | { kind: 'list'; numbered: boolean; items: readonly (readonly WordRun[])[] }
  | { kind: 'table'; caption: string; columns: readonly WordColumn[]; rows: readonly (readonly string[])[] }
  /** `alt` says what the picture shows to those who cannot see it. */
  | { kind: 'picture'; picture: Picture; caption: string; alt: string }

interface WordColumn {
  text: string
  /** Of the table's width, as a share of all the columns'. */
  share: number
  numeric: boolean
}

interface WordDocument {
  title: string
  subject: string
  author: string
  /** At the foot of every page, before the page number. */
  footer: string
  blocks: readonly WordBlock[]
}

const FONT = 'Arial'
const SECONDARY = '484949'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '8A8F93' }
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
/** A4 between margins of 2 cm, in twentieths of a point. */
const TEXT_WIDTH = 9638
/** The widest picture, in pixels at 96 to the inch. */
const PICTURE_WIDTH = 640
const NUMBERS = 'numbers'
const DOTS = 'dots'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Half-points: Word's unit for the size of type. */
const points = (size: number) => size * 2

/**
 * A Word document with what makes one readable by everybody: styles for headings, header rows that repeat and are marked
 * as such, pictures that say what they show, its language, its title and numbered pages.
 */
export function writeWord(given: WordDocument): Promise<Buffer> {
  const document = allWritable(given)
  let lists = 0
  const children = document.blocks.flatMap((block) => {
    if (block.kind === 'list' && block.numbered) lists += 1
    return blockOf(block, lists)
  })
  return Packer.toBuffer(
    new Document({
      title: document.title,
      subject: document.subject,
      creator: document.author,
      lastModifiedBy: document.author,
      description: document.subject,
      styles: STYLES,
      numbering: NUMBERING,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 },
            },
          },
          footers: { default: footerOf(document.footer) },
          children,
        },
      ],
    }),
  )
}

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size: points(size), bold: true, color: '0B0C0C' },
  paragraph: { spacing: { before, after }, keepNext: true },
})

const STYLES = {
  default: {
    document: {
      // The language works only here: without it a reader's voice is whatever the machine speaks.
      run: { font: FONT, size: points(11), language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
    },
    title: heading(22, 0, 160),
    heading1: heading(16, 360, 120),
    heading2: heading(13, 280, 100),
    heading3: heading(11.5, 200, 80),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      run: { bold: true, size: points(11) },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: points(9), color: SECONDARY },
    },
  ],
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 425, hanging: 425 } } },
})

const NUMBERING = {
  config: [
    { reference: NUMBERS, levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: DOTS, levels: [level(LevelFormat.BULLET, '•')] },
  ],
}

const footerOf = (text: string) =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Note',
        children: [
          new TextRun(`${text}. Page `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(' of '),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

const runs = (given: readonly WordRun[]) =>
  given.map(({ text, bold, italic }) => new TextRun({ text, bold: bold === true, italics: italic === true }))

function blockOf(block: WordBlock, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, text: block.text })]
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], text: block.text })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.runs) })]
    case 'note':
      return [new Paragraph({ style: 'Note', text: block.text })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runs(item),
            // Each numbered list begins again from 1.
            numbering: block.numbered
              ? { reference: NUMBERS, level: 0, instance: list }
              : { reference: DOTS, level: 0 },
            spacing: { after: 80 },
          }),
      )
    case 'table':
      return [caption(block.caption), tableOf(block), spacer()]
    case 'picture':
      break
  }
  return [pictureOf(block)]
}

/** Above its table, and on the same page. */
const caption = (text: string) => new Paragraph({ style: 'Caption', keepNext: true, text })

/** Two tables that touch would become one. */
const spacer = () => new Paragraph({ spacing: { after: 120, line: 120, lineRule: LineRuleType.EXACT } })

/** The caption and its picture are one paragraph whose lines keep together, so that no page break comes between. */
function pictureOf({ picture, alt, caption: title }: WordBlock & { kind: 'picture' }): Paragraph {
  const scale = Math.min(1, PICTURE_WIDTH / picture.width)
  return new Paragraph({
    style: 'Caption',
    keepLines: true,
    // The line grows with the picture: a fixed one would show its last few millimetres alone.
    spacing: { before: 160, after: 80, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new TextRun(title),
      new TextRun({ break: 1 }),
      new ImageRun({
        type: 'png',
        data: picture.png,
        transformation: {
          width: Math.round(picture.width * scale),
          height: Math.round(picture.height * scale),
        },
        altText: { title, description: alt, name: title },
      }),
    ],
  })
}

function tableOf({ columns, rows }: WordBlock & { kind: 'table' }): Table {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => Math.round((TEXT_WIDTH * column.share) / total))
  const cell = (text: string, column: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, right: 120 },
      borders: { top: NO_RULE, left: NO_RULE, right: NO_RULE, bottom: RULE },
      children: [
        new Paragraph({
          spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO },
          alignment: columns[column]!.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold: isHead, size: points(10) })],
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => cell(column.text, index, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
      ),
    ],
  })
}
