import { expect, test } from 'vitest'
import { parseBlockReference, parseReference, seriesIn } from './figure-reference.ts'
import { readText } from './report-text.ts'
import { typedFigures } from './typed-figure.ts'

const kinds = (markdown: string) =>
  readText(markdown).flatMap((line) =>
    line.sentences.flat().flatMap((piece) => {
      if (piece.kind === 'words') return []
      return [`${piece.kind} ${piece.kind === 'bound' ? piece.reference.text : piece.text}`]
    }),
  )
const words = (markdown: string) =>
  readText(markdown).map((line) =>
    line.sentences.map((sentence) => sentence.map((piece) => ('text' in piece ? piece.text : '•')).join('')),
  )

test('a reference names a series, a month and perhaps what of it', () => {
  expect(parseReference('as-completed-45wd@2015-01')).toMatchObject({
    series: 'as-completed-45wd',
    month: '2015-01',
    field: 'value',
  })
  expect(parseReference('as-open-review-points.gt45@2015-01|change')).toMatchObject({ field: 'change' })
  expect(parseReference('action:3.2|due_on')).toMatchObject({ kind: 'action', ref: '3.2', field: 'due_on' })
  expect(parseReference('meeting|previous_on')).toMatchObject({ kind: 'meeting' })
  for (const wrong of [
    'as-completed-45wd',
    'x@2015-13',
    'x@2015-01|guess',
    'action:3.2',
    'meeting',
    '<b>@2015-01',
  ])
    expect(parseReference(wrong)).toBeNull()
})

test('a block that is one chart or one table is an exhibit', () => {
  expect(parseBlockReference('{{chart:as-completed-45wd@2015-01}}')).toMatchObject({ kind: 'chart' })
  expect(parseBlockReference('{{table:actions R3}}')).toEqual({ kind: 'actions', recommendation: 'R3' })
  expect(parseBlockReference('{{table:fd-referrals, cin-open@2015-01}}')).toMatchObject({
    series: ['fd-referrals', 'cin-open'],
  })
  expect(parseBlockReference('See {{chart:as-completed-45wd@2015-01}}')).toBeNull()
})

test('the series of a text are those of its references, each once', () => {
  expect(seriesIn('{{a-b@2015-01}} of {{a-b@2015-01|denominator}}, {{c.d@2015-01}}')).toEqual(['a-b', 'c.d'])
})

test('paragraphs, lists, bold and italic are read, and sentences are told apart', () => {
  expect(words('One is here. Two is **bold** and *slanted*.\n\n- dot\n- dash\n\n1. step')).toEqual([
    ['One is here.', 'Two is bold and slanted.'],
    ['dot'],
    ['dash'],
    ['step'],
  ])
  const [line] = readText('Two is **bold**.')
  expect(line!.sentences[0]).toContainEqual({ kind: 'words', text: 'bold', bold: true, italic: false })
})

test('a reference starts a sentence, and one at a sentence’s end does not hide the stop', () => {
  expect(words('It was {{a@2015-01}}. {{b@2015-01}} more came.')).toEqual([['It was •.', '• more came.']])
})

test('HTML, links, headings and entities are words, printed as they were typed', () => {
  const typed = [
    '<script>alert("x")</script>',
    '[here](javascript:x)',
    '# Not a heading',
    'a & b &lt; c',
    '`code`',
  ]
  for (const text of typed) expect(words(text).flat().join('')).toBe(text)
})

test('a typed number is a figure; a day, a year, a rule, a part and a ref are not', () => {
  const figures = (text: string) => typedFigures(text).map((figure) => figure.text)
  expect(figures('We expect 15 more, £335k of £1,000k, and 8.7% vacant')).toEqual([
    '15',
    '£335k',
    '£1,000k',
    '8.7%',
  ])
  for (const none of [
    'on 10 February 2015, from 27 and 28 February to March 2015 in 2014/15',
    'within 45 working days, past day 45, within 72 hours',
    'R1, A2, SW-118 and recommendation 3, section 47, action 3.2',
    'the 1st and the 22nd at 9am',
  ])
    expect(figures(none)).toEqual([])
})

test('a source speaks for a number and the words after it, so other words need another', () => {
  expect(typedFigures('15 peripatetic staff were used')[0]!.key).toBe('15 peripatetic staff were')
  expect(typedFigures('15 more')[0]!.key).toBe('15 more')
})

test('a word of direction counts only in a sentence with a bound measure', () => {
  expect(kinds('Timeliness dipped to {{as-completed-45wd@2015-01}}. Morale improved.')).toEqual([
    'direction dipped',
    'bound as-completed-45wd@2015-01',
  ])
})

test('braces that hold no reference are named', () => {
  expect(kinds('It was {{eighty}}.')).toEqual(['unknown {{eighty}}'])
})
