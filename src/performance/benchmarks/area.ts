/** The codes that the department gives to England and to its regions, among those of authorities. */
export const ENGLAND = '970'
const FIRST_AGGREGATE = 970

/** England, a region, or a figure that is no place any more: never an authority. */
export const isAggregate = (code: string): boolean => Number(code) >= FIRST_AGGREGATE

interface Area {
  name: string
  /** The code of its region; null for England and for regions. */
  region: string | null
}

/** The authorities and regions of England, and which authorities are most like each. */
export interface Areas {
  /** By the department's three-digit code. */
  areas: Readonly<Record<string, Area>>
  /** Codes of the most similar authorities, the nearest first. */
  neighbours: Readonly<Record<string, readonly string[]>>
}

/** "Outer London" and "London (Outer)" are one region. */
const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** An authority as a list names it, with its region in words. */
export interface NamedArea {
  code: string
  name: string
  regionName: string | null
}

/** Adds those that are listed; the region's code is found by its name. */
export function withListed(areas: Areas['areas'], listed: readonly NamedArea[]): Areas['areas'] {
  const regions = new Map(
    [
      ...Object.entries(areas).map(([code, { name }]) => ({ code, name })),
      ...listed.map(({ code, name }) => ({ code, name })),
    ]
      .filter(({ code }) => isAggregate(code))
      .map(({ code, name }) => [nameKey(name), code]),
  )
  const added = listed.map(({ code, name, regionName }): [string, Area] => [
    code,
    {
      name,
      region:
        isAggregate(code) || regionName === null
          ? null
          : (regions.get(nameKey(regionName)) ?? areas[code]?.region ?? null),
    },
  ])
  return { ...areas, ...Object.fromEntries(added) }
}
