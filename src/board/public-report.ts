import type { Month } from '../platform/day.ts'
import { parseReference } from './figure-reference.ts'
import { sentenceText, type Line, type Piece, type Report, type ReportBlock, type ReportChart, type ReportTable, type Sentence } from './report.ts' // prettier-ignore

/** What of the measures may be published. */
export interface Published {
  /** Whether a measure's month is shown. */
  isShown(series: string, month: Month): boolean
  /** Whether all months are that its chart of a month draws: its average and range are worked out from them. */
  isWhole(series: string, month: Month): boolean
}

export const LEFT_OUT = 'A sentence is left out here: a small number in it could identify a child.'
const HIDDEN = 'hidden'

const words = (text: string, italic = false): Piece => ({ kind: 'words', text, bold: false, italic })

/**
 * An issued report as it may be published to everyone. A sentence that prints a hidden figure, or says a small number in figures or
 * in words, is left out whole; beside one that is, so is every sentence with a number of its own, which could give it back.
 */
export const publicReport = (report: Report, published: Published): Report => ({
  ...report,
  edition: 'public',
  sections: report.sections.map((section) => ({
    ...section,
    heading: saysSmallNumber(section.heading) ? 'Heading left out' : section.heading,
    blocks: section.blocks.map((block) => publicBlock(block, published)),
  })),
})

function publicBlock(block: ReportBlock, published: Published): ReportBlock {
  const { content } = block
  if (content.kind === 'chart') return { ...block, content: publicChart(content, published) }
  if (content.kind === 'table') return { ...block, content: publicTable(content, published) }
  const sentences = content.lines.flatMap((line) => line.sentences)
  const hasHidden = sentences.some((sentence) => sentence.some((piece) => isHidden(piece, published)))
  const isLeftOut = (sentence: Sentence): boolean =>
    sentence.some((piece) => isHidden(piece, published)) ||
    saysSmallNumber(typedText(sentence)) ||
    (hasHidden && saysNumber(typedText(sentence)))
  return {
    ...block,
    content: { ...content, lines: content.lines.map((line) => publicLine(line, isLeftOut)) },
  }
}

/** Sentences left out one after another are told once. */
function publicLine(line: Line, isLeftOut: (sentence: Sentence) => boolean): Line {
  const left = line.sentences.map(isLeftOut)
  return {
    ...line,
    sentences: line.sentences.flatMap((sentence, index): Sentence[] => {
      if (!left[index]) return [sentence]
      return left[index - 1] ? [] : [[words(LEFT_OUT, true)]]
    }),
  }
}

/** Of a share's month, its counts and what is worked out from them. A target and England's figure count nobody here. */
function isHidden(piece: Piece, published: Published): boolean {
  const reference = piece.kind === 'bound' ? parseReference(piece.ref) : null
  if (reference?.kind !== 'measure') return false
  const { series, month, field } = reference
  if (field === 'target' || field === 'england') return false
  if (field === 'value' || field === 'numerator' || field === 'denominator')
    return !published.isShown(series, month)
  return !published.isWhole(series, month)
}

/** A sentence without its bound figures: what somebody typed. */
const typedText = (sentence: Sentence): string =>
  sentenceText(sentence.map((piece) => (piece.kind === 'bound' ? words(' … ') : piece)))

/** A number of 1 to 5 that is neither money nor a share, nor a part of a longer number, a day or a name such as A2. */
const SMALL_FIGURE =
  /(?<![\w£.,/–-])[1-5](?![\w%/–-]|[.,:]\d| (?:January|February|March|April|May|June|July|August|September|October|November|December|working days?|days?|weeks?|months?|years?|hours?|per cent)\b)/
const SMALL_WORD =
  /\b(?:two|three|four|five)\b(?! (?:working days?|days?|weeks?|months?|years?|hours?|per cent)\b)/i
/** Nobody counts by "one", "both" or "a single" unless somebody is meant. */
const ONE_OF_THEM =
  /\b(?:one|both|a single|only a|a pair of|a couple of)\b(?:\s[\p{L}’-]+){0,3}?\s(?:child|children|boy|girl|boys|girls|baby|babies|sibling|siblings|brother|sister|young|teenager|family|families|person|people|them|care leaver|carer|carers|worker|workers|officer|case|cases|plan|plans|referral|referrals|assessment|assessments|conference|conferences|enquiry|enquiries|visit|visits|review|reviews|episode|episodes|adoption|adoptions|placement|placements)\b/iu

/** Whether a text says a count of 1 to 5, in figures or in words. */
export const saysSmallNumber = (text: string): boolean =>
  SMALL_FIGURE.test(text) || SMALL_WORD.test(text) || ONE_OF_THEM.test(text)

const NUMBER_WORD =
  /\b(?:none|six|seven|eight|nine|ten|eleven|twelve|dozen|half|third|thirds|quarter|quarters|fifth|fifths|tenth|twice|double|doubled|all but)\b/i

/** Whether a text says any number at all. */
const saysNumber = (text: string): boolean =>
  /\d/.test(text) || NUMBER_WORD.test(text) || saysSmallNumber(text)

function publicChart(chart: ReportChart, published: Published): ReportChart {
  const { series, month } = chart
  const points = chart.points.map((point) =>
    published.isShown(series, point.period)
      ? point
      : { ...point, value: null, numerator: null, denominator: null },
  )
  if (published.isWhole(series, month)) return { ...chart, points }
  return {
    ...chart,
    caption: `${chart.title}: some months are hidden, because a small number could identify a child`,
    points,
    limits: { centre: null, lower: null, upper: null, trial: false, variation: 'none' },
    figure: published.isShown(series, month)
      ? chart.figure
      : { ...chart.figure, shown: HIDDEN, agreed: null, now: null },
  }
}

const publicTable = (table: ReportTable, published: Published): ReportTable => ({
  ...table,
  rows: table.rows.map((row) => {
    const own = row.flatMap((piece) => (piece.kind === 'bound' ? (parseReference(piece.ref) ?? []) : []))[0]
    const isPartial = own?.kind === 'measure' && !published.isWhole(own.series, own.month)
    return row.map((piece, column): Piece => {
      if (isHidden(piece, published)) return words(HIDDEN)
      if (isPartial && column === USUAL_RANGE) return words('–')
      return own?.kind !== 'measure' && saysSmallNumber(sentenceText([piece]).replace(REF, ''))
        ? words('left out')
        : piece
    })
  }),
})

/** Of the table of measures. */
const USUAL_RANGE = 3
/** An action's own number, at the start of its title: "3.2 Reopen the duty desk". */
const REF = /^[A-Z]?\d+(?:\.\d+)* /
