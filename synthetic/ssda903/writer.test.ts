import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writtenCouncil, type WrittenCouncil } from '../../tests/support/written-council.ts'
import { publishedCodes } from '../../src/standards/code-set.ts'
import { codeSetOf } from '../../src/standards/code-sets.ts'
import type { ReturnColumn } from '../../src/standards/ssda903/return-file.ts'
import { filesOfYear, SSDA903, type ReturnFileName } from '../../src/standards/ssda903/return-files.ts'
import type { Day } from '../../src/platform/day.ts'
import { ageAt, numberOf, type DayNumber } from '../day-number.ts'
import type { CarePeriod, ChildLog, RecordedEvent } from '../event-log.ts'
import { averageAuthority } from '../plans/england.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { openSsda903Writer } from './writer.ts'

const written = (plan: Parameters<typeof writtenCouncil>[0], year: number) =>
  writtenCouncil(plan, (setting) => openSsda903Writer(setting, { year }))

/** Days as written, in order of the calendar. */
const iso = (day: string) => day.split('/').toReversed().join('-') as Day
const dayIn = (cell: string | undefined): DayNumber => numberOf(iso(cell ?? ''))

/** What must be so of any year's return. */
function holdsOf(council: () => WrittenCouncil, year: number): void {
  const rows = (file: ReturnFileName) => council().rows(`ssda903/${year}/${file}.csv`)
  const first = numberOf(`${year - 1}-04-01`)
  const last = numberOf(`${year}-03-31`)

  test('the year has its files, each with its columns in order', () => {
    for (const file of filesOfYear(year)) {
      expect(council().header(`ssda903/${year}/${file}.csv`)).toEqual(Object.keys(SSDA903[file].columns))
    }
    const named = council().files.map(({ file }) => file)
    expect(named.toSorted()).toEqual(
      [...filesOfYear(year).map((file) => `${file}.csv`), 'README.txt']
        .map((file) => `ssda903/${year}/${file}`)
        .toSorted(),
    )
  })

  test('every code is one that is in the year, and every day is DD/MM/YYYY', () => {
    for (const file of filesOfYear(year)) {
      const columns: [string, ReturnColumn][] = Object.entries(SSDA903[file].columns)
      for (const [name, { type, codeSet, isPartKnown }] of columns) {
        const cells = rows(file).flatMap((row) => (row[name] === '' ? [] : [row[name]!]))
        const strange =
          codeSet && cells.filter((cell) => !publishedCodes(codeSetOf(codeSet), year).includes(cell))
        expect(strange ?? [], `${file}.${name}`).toEqual([])
        if (type === 'date' && !isPartKnown) {
          expect(
            cells.filter((cell) => !/^\d\d\/\d\d\/\d{4}$/.test(cell)),
            `${file}.${name}`,
          ).toEqual([])
        }
      }
    }
  })

  test('a child has one row in the header, and every child of another file is there', () => {
    const children = rows('header').map(({ CHILD }) => CHILD)
    expect(new Set(children).size).toBe(children.length)
    for (const file of filesOfYear(year)) {
      expect(
        rows(file).filter(({ CHILD }) => !children.includes(CHILD)),
        file,
      ).toEqual([])
    }
  })

  test('each episode begins on the day that the one before ended, with no other between', () => {
    let followed = 0
    for (const episodes of Map.groupBy(rows('episodes'), ({ CHILD }) => CHILD).values()) {
      for (const [place, { DECOM, RNE, REC, DEC }] of episodes.entries()) {
        const next = episodes[place + 1]
        expect(REC === '').toBe(DEC === '')
        if (DEC !== '') expect(dayIn(DEC)).toBeGreaterThanOrEqual(dayIn(DECOM))
        if (REC === 'X1') {
          expect(next?.['DECOM']).toBe(DEC)
          expect(next?.['RNE']).not.toBe('S')
          followed += 1
        } else if (next) {
          // Care ended, and began again later.
          expect(next['RNE']).toBe('S')
          expect(dayIn(next['DECOM'])).toBeGreaterThanOrEqual(dayIn(DEC))
        }
        // What came before it ended before the year.
        if (place === 0 && RNE !== 'S') expect(dayIn(DECOM)).toBeLessThan(first)
      }
    }
    expect(followed).toBeGreaterThan(20)
  })

  test('a placement that changes says why on the episode that ends, and no other does', () => {
    for (const episodes of Map.groupBy(rows('episodes'), ({ CHILD }) => CHILD).values()) {
      for (const [place, { REC, REASON_PLACE_CHANGE }] of episodes.entries()) {
        const isChange = REC === 'X1' && /^[PTBU]$/.test(episodes[place + 1]!['RNE']!)
        expect(REASON_PLACE_CHANGE !== '').toBe(isChange)
      }
    }
  })

  test('every episode touched the year', () => {
    for (const { DECOM, DEC } of rows('episodes')) {
      expect(dayIn(DECOM)).toBeLessThanOrEqual(last)
      if (DEC !== '') expect(dayIn(DEC)).toBeGreaterThanOrEqual(first)
      if (DEC !== '') expect(dayIn(DEC)).toBeLessThanOrEqual(last)
    }
  })

  const isKnown = (event: RecordedEvent | null): event is RecordedEvent =>
    event !== null && event.on <= last && event.recordedOn <= council().view.recordedTo
  const inYear = (period: CarePeriod) =>
    isKnown(period.started) && (!isKnown(period.ended) || period.ended.on >= first)
  const lookedAfter = () =>
    council().children.flatMap((child) => child.care.filter(inYear).map((period) => ({ child, period })))

  test('everyone who was looked after in the year is there, and anyone who still was has an open episode', () => {
    const ids = lookedAfter().map(({ child }) => child.id)
    expect(new Set(rows('episodes').map(({ CHILD }) => CHILD))).toEqual(new Set(ids))
    const open = lookedAfter().filter(({ period }) => !isKnown(period.ended))
    expect(open.length).toBeGreaterThan(30)
    expect(
      rows('episodes')
        .filter(({ DEC }) => DEC === '')
        .map(({ CHILD }) => CHILD),
    ).toEqual(open.map(({ child }) => child.id))
  })

  test('reviews and missing episodes of the year are all there', () => {
    const between = (on: DayNumber) => on >= first && on <= last
    const reviews = lookedAfter().flatMap(({ period }) => period.reviews.filter(({ on }) => between(on)))
    expect(rows('reviews')).toHaveLength(reviews.length)
    const missing = lookedAfter().flatMap(({ period }) =>
      period.missing.filter(({ from, hours }) => from <= last && from + Math.floor(hours / 24) >= first),
    )
    expect(rows('missing').filter(({ MISSING }) => MISSING === 'M')).toHaveLength(missing.length)
  })

  test('health is asked of those who on 31 March had been looked after for the year, by their age', () => {
    const wholeYear = lookedAfter().filter(
      ({ period }) => period.started.on < first && !isKnown(period.ended),
    )
    const asked = rows('oc2')
    expect(new Set(asked.map(({ CHILD }) => CHILD))).toEqual(new Set(wholeYear.map(({ child }) => child.id)))
    for (const row of asked) {
      const age = ageAt(dayIn(row['DOB']), last)
      expect(row['HEALTH_CHECK'] !== '').toBe(age < 5)
      expect(row['CONVICTED'] !== '').toBe(age >= 10)
      expect((row['SDQ_SCORE'] === '') !== (row['SDQ_REASON'] === '')).toBe(true)
      if (age < 4 || age > 16) expect(row['SDQ_REASON']).toBe('SDQ1')
      expect(row['INTERVENTION_RECEIVED'] !== '').toBe(row['SUBSTANCE_MISUSE'] === '1')
      expect(row['INTERVENTION_OFFERED'] !== '').toBe(row['INTERVENTION_RECEIVED'] === '0')
    }
  })

  test('care leavers are those of 17 to 21 who had left by their birthday in the year', () => {
    const isAsked = ({ leaver, bornOn }: ChildLog): boolean => {
      const age = ageAt(bornOn, last)
      if (!leaver || age < 17 || age > 21) return false
      let birthday = last
      while (ageAt(bornOn, birthday - 1) === age) birthday -= 1
      return birthday >= first && leaver.from <= birthday
    }
    expect(rows('oc3').map(({ CHILD }) => CHILD)).toEqual(
      council()
        .children.filter(isAsked)
        .map(({ id }) => id),
    )
    for (const { IN_TOUCH, ACTIV, ACCOM } of rows('oc3')) {
      expect([ACTIV === '0', ACCOM === '0']).toEqual([IN_TOUCH !== 'YES', IN_TOUCH !== 'YES'])
    }
  })

  test('the adopted of the year have one or two adopters, whose codes agree', () => {
    const adopted = lookedAfter().filter(({ child: { adoption } }) => {
      const on = adoption?.adoptedOn ?? null
      return on !== null && on >= first && on <= last
    })
    expect(new Set(rows('ad1').map(({ CHILD }) => CHILD))).toEqual(
      new Set(adopted.map(({ child }) => child.id)),
    )
    for (const { NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR } of rows('ad1')) {
      expect(NB_ADOPTR).toBe(/1/.test(SEX_ADOPTR!) ? '1' : '2')
      expect(LS_ADOPTR === 'L0').toBe(NB_ADOPTR === '1')
      if (SEX_ADOPTR === 'MF') expect(['L11', 'L2', 'L3']).toContain(LS_ADOPTR)
      if (SEX_ADOPTR === 'MM' || SEX_ADOPTR === 'FF') expect(['L12', 'L2', 'L4']).toContain(LS_ADOPTR)
    }
  })

  test('anyone who started in the year is asked about an earlier permanent placement', () => {
    const started = lookedAfter().filter(({ period }) => period.started.on >= first)
    expect(new Set(rows('prev_perm').map(({ CHILD }) => CHILD))).toEqual(
      new Set(started.map(({ child }) => child.id)),
    )
    for (const { PREV_PERM, DATE_PERM } of rows('prev_perm'))
      expect(DATE_PERM !== '').toBe(PREV_PERM !== 'Z1')
  })

  test('no postcode is of a place that exists, and the files say that everyone is invented', () => {
    const postcodes = rows('episodes').flatMap(({ HOME_POST, PL_POST }) => [HOME_POST!, PL_POST!])
    expect(postcodes.filter((postcode) => postcode !== '' && !postcode.startsWith('ZZ'))).toEqual([])
    expect(council().text(`ssda903/${year}/README.txt`)).toContain('invented')
  })
}

describe('of 2014', () => {
  let council: WrittenCouncil
  beforeAll(async () => {
    council = await written(smallCouncil(2015), 2014)
  })
  afterAll(() => council.remove())
  holdsOf(() => council, 2014)

  test('the same seed writes the same bytes', async () => {
    const again = await written(smallCouncil(2015), 2014)
    for (const { file } of council.files) expect(again.text(file) === council.text(file), file).toBe(true)
    again.remove()
  })
})

describe('of 2025', () => {
  let council: WrittenCouncil
  beforeAll(async () => {
    council = await written(averageAuthority(2025, 24, 16_000), 2025)
  })
  afterAll(() => council.remove())
  holdsOf(() => council, 2025)

  test('a child looked after has one social worker after another, and each is whom the workforce names', () => {
    const periods = Map.groupBy(
      council.children.flatMap((child) => child.care.map((period) => ({ id: child.id, period }))),
      ({ id }) => id,
    )
    const spells = council.rows('ssda903/2025/social_worker.csv')
    expect(spells.length).toBeGreaterThan(50)
    for (const [child, ofChild] of Map.groupBy(spells, ({ CHILD }) => CHILD!)) {
      for (const [place, { SW_ID, SW_DECOM, SW_DEC, SW_REASON }] of ofChild.entries()) {
        const from = dayIn(SW_DECOM)
        const held = periods
          .get(child)!
          .filter(({ period }) => period.started.on <= from)
          .map(({ period }) => council.workforce.workerAt(period.position, from))
        expect(held).toContain(SW_ID)
        const next = ofChild[place + 1]
        if (next) expect(dayIn(next['SW_DECOM'])).toBeGreaterThanOrEqual(dayIn(SW_DEC))
        expect(SW_REASON).not.toBe('')
      }
    }
  })
})
