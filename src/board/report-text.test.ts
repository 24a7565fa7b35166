import { expect, test } from 'vitest'
import { parseBlockReference, parseReference, seriesIn } from './figure-reference.ts'
import { readText } from './report-text.ts'
import { typedClaims, typedFigures } from './typed-figure.ts'

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
  const money = typedFigures('The plan has £1,000k in 2014/15: £500k of Adoption Reform Grant.')
  expect(money.map(({ key }) => key)).toEqual(['£1,000k', '£500k of adoption reform'])
})

test('a word of direction is held to the measure in its sentence, and without one needs a source', () => {
  expect(kinds('Timeliness dipped to {{as-completed-45wd@2015-01}}. Morale improved.')).toEqual([
    'direction dipped',
    'bound as-completed-45wd@2015-01',
    'typed improved',
  ])
  expect(kinds('Referrals remain high: {{fd-referrals@2015-01}}. Demand has not decreased.')).toEqual([
    'direction remain high',
    'bound fd-referrals@2015-01',
    'typed not decreased',
  ])
})

test('a claim in words is found as a typed number is', () => {
  const claims = (text: string) => typedClaims(text).map((claim) => claim.text)
  const found: [string, string[]][] = [
    ['Referrals remain high.', ['remain high']],
    ['Caseloads doubled in a year.', ['doubled']],
    ['We lost seven workers in May.', ['seven']],
    ['Three in four children were seen.', ['Three in four']],
    ['Half of all posts are empty.', ['Half']],
    ['Ours is the best in the country.', ['best in the country']],
    ['Timeliness is well above England.', ['well above England']],
    ['Two-thirds of plans and a third of reviews were late.', ['Two-thirds', 'a third']],
    ['Twice as many came as last year, nearly all of them by phone.', ['Twice', 'nearly all']],
    ['Twenty-five families waited, and the number fell by half.', ['Twenty-five', 'fell', 'by half']],
    ['Visits were in line with similar councils.', ['in line with similar']],
    ['Vacancies are falling.', ['are falling']],
    ['We are in the top quartile.', ['top quartile']],
  ]
  for (const [text, expected] of found) expect(claims(text), text).toEqual(expected)
  expect(typedClaims('We lost seven workers in May.')[0]!.key).toBe('seven workers in may')
})

test('ordinary sentences claim nothing', () => {
  for (const text of [
    'One process is being settled, and one of the partners leads it.',
    'It has four priorities:',
    'Panel members judge each presentation on Ofsted’s four grades.',
    'All three say the same.',
    'Ofsted is piloting offers of support to councils that are improving.',
    'We want to improve practice and to reduce drift.',
    'It is in the best interests of the child to have the best start in life.',
    'A second workshop follows in the first half of the year.',
    'A reduced timetable and an improved form are in use.',
    'Conferences are held within fifteen working days, at stage two, by day ten.',
    'Most children like their one-to-one sessions.',
    'The Board met and agreed the plan.',
    'Audits are to be systematic, with tools used in the same way everywhere.',
  ])
    expect(typedClaims(text), text).toEqual([])
})

test('braces that hold no reference are named', () => {
  expect(kinds('It was {{eighty}}.')).toEqual(['unknown {{eighty}}'])
})
