import { seriesOf } from '../../../src/measures/index.ts'
import type { CrawledPage } from '../crawl.ts'
import type { Claim, Said } from './claim.ts'
import { MEETING, sentenceClaims } from './sentence-claims.ts'

export function csvClaims({ path, body }: CrawledPage, where: string): Claim[] {
  const [head, ...rows] = csvRows(body)
  const at = (row: readonly string[], name: string): string => row[head!.indexOf(name)] ?? ''
  if (/^\/measures\/[^/]+\.csv/.test(path))
    return rows.flatMap((row) => {
      const part = at(row, 'split_by') === '' ? '' : ` ${at(row, 'split_by')}: ${at(row, 'split')}`
      const about = `${at(row, 'id')} ${at(row, 'month')}${part}`
      return rawClaims(
        about,
        at(row, 'value'),
        at(row, 'numerator'),
        at(row, 'denominator'),
        at(row, 'unit'),
      ).map(([about, says]) => ({ about, says, where }))
    })
  if (!path.startsWith('/tracker/')) return []
  return rows.flatMap((row) => {
    const id = at(row, 'id')
    const said: Said[] = []
    const meeting = at(row, 'will_it_meet_the_target')
    if (MEETING.has(meeting)) said.push([`${id} meeting`, meeting])
    if (at(row, 'month') !== '') {
      said.push(
        ...rawClaims(
          `${id} ${at(row, 'month')}`,
          at(row, 'value'),
          at(row, 'numerator'),
          at(row, 'denominator'),
          at(row, 'unit'),
        ),
      )
      said.push(...sentenceClaims(id, at(row, 'sentence')))
    }
    return said.map(([about, says]) => ({ about, says, where }))
  })
}

/** Numbers as programs get them, said as pages say them. */
function rawClaims(
  about: string,
  value: string,
  numerator: string,
  denominator: string,
  unit: string,
): Said[] {
  const share =
    unit === '%' && value !== '' ? [[`${about} share`, `${Number(value).toFixed(1)}%`] as const] : []
  const counts =
    unit === '%' && numerator !== '' && denominator !== ''
      ? [[`${about} counts`, `${numerator} of ${denominator}`] as const]
      : []
  return [...share, ...counts]
}

function csvRows(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    )
}

export function jsonClaims({ path, body }: CrawledPage, where: string): Claim[] {
  const points = (id: string, all: readonly PointJson[]): Said[] =>
    all.flatMap((point) =>
      point.split === null
        ? rawClaims(
            `${seriesOf(id)?.id ?? id} ${point.period}`,
            String(point.value ?? ''),
            String(point.numerator ?? ''),
            String(point.denominator ?? ''),
            seriesOf(id)?.unit ?? '',
          )
        : [],
    )
  const claim = ([about, says]: Said): Claim => ({ about, says, where })
  if (/^(\/api\/measures\/|measure )/.test(path)) {
    const figures = JSON.parse(body) as { id: string; points: readonly PointJson[] }
    return points(figures.id, figures.points).map(claim)
  }
  if (!/^(\/api\/tracker|tracker )/.test(path)) return []
  const rows = JSON.parse(body) as readonly TrackerJson[]
  return rows.flatMap(({ id, latest, previous, sentence }) =>
    [
      ...sentenceClaims(id, sentence),
      ...points(
        id,
        [latest, previous].filter((point) => point !== null),
      ),
    ].map(claim),
  )
}

interface PointJson {
  period: string
  split: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
}

interface TrackerJson {
  id: string
  sentence: string
  latest: PointJson | null
  previous: PointJson | null
}
