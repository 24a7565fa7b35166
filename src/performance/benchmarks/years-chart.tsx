import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { ChartSvg, px } from '../../ui/charts/chart-svg.tsx'
import { DARK_BLUE, INK, LIMIT, LINE, ORANGE_EDGE, SECONDARY } from '../../ui/charts/colour.ts'
import { SHEETS, ValueAxis, type Drawing } from '../../ui/charts/month-axis.tsx'
import { SideLabels } from '../../ui/charts/side-labels.tsx'

/** One line of the picture: England, the region, the middle of the neighbours, the council. */
export interface YearLine {
  name: string
  kind: 'england' | 'region' | 'neighbours' | 'own'
  /** By year, in the order of the years; null where nothing is published. */
  values: readonly (number | null)[]
}

interface YearsChartProps {
  id: string
  title: string
  desc: string
  drawing: Drawing
  years: readonly string[]
  lines: readonly YearLine[]
  unit: string
}

const TOP = 12
const PLOT = { wide: 170, narrow: 180 } as const
const STROKES = {
  england: { colour: INK, width: 2.2, dashes: undefined },
  region: { colour: LINE, width: 1.8, dashes: '7 4' },
  neighbours: { colour: DARK_BLUE, width: 2.2, dashes: '2 3' },
  own: { colour: ORANGE_EDGE, width: 2.6, dashes: undefined },
} as const

/** The published years as lines, each named at its right end. */
export function YearsChart(props: YearsChartProps) {
  const { drawing, years, lines } = props
  const sheet = SHEETS[drawing]
  const bottom = TOP + PLOT[drawing]
  const values = lines.flatMap((drawn) => drawn.values.filter((value) => value !== null))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || Math.abs(high) || 1) * 0.08
  const y = scaleLinear([Math.max(0, low - air), high + air], [bottom, TOP]).nice(4)
  const x = scalePoint(years, [sheet.left + 12, sheet.right - 12])
  const step = Math.ceil(years.length / (drawing === 'wide' ? 11 : 4))
  return (
    <ChartSvg
      id={props.id}
      title={props.title}
      desc={props.desc}
      width={sheet.width}
      height={bottom + 26 + (drawing === 'narrow' ? 18 * lines.length : 0)}
      drawing={drawing}
    >
      <ValueAxis ticks={y.ticks(4)} y={y} sheet={sheet} unit={props.unit === '%' ? '%' : ''} />
      {lines.map(({ kind, values: lineValues }) => (
        <LinePath
          kind={kind}
          points={lineValues.map((value, index) => ({
            x: px(x(years[index] ?? '') ?? 0),
            y: value === null ? null : px(y(value)),
          }))}
        />
      ))}
      {drawing === 'wide' ? (
        <SideLabels
          labels={lines.flatMap(({ name, kind, values: lineValues }) => {
            const last = lineValues.findLast((value) => value !== null)
            return last === undefined || last === null
              ? []
              : [{ text: name, y: y(last), bold: kind === 'own' }]
          })}
          x={sheet.right + 8}
          top={TOP}
          bottom={bottom}
        />
      ) : (
        <Key lines={lines} left={sheet.left} bottom={bottom} />
      )}
      <YearAxis years={years} x={(year) => px(x(year) ?? 0)} sheet={sheet} bottom={bottom} step={step} />
    </ChartSvg>
  )
}

interface LinePathProps {
  kind: YearLine['kind']
  points: readonly { x: number; y: number | null }[]
}

function LinePath({ kind, points }: LinePathProps) {
  const { colour, width, dashes } = STROKES[kind]
  const path = line<LinePathProps['points'][number]>(
    ({ x }) => x,
    ({ y }) => y ?? 0,
  ).defined(({ y }) => y !== null)([...points])
  return (
    <>
      <path d={path ?? ''} fill="none" stroke={colour} stroke-width={width} stroke-dasharray={dashes} />
      {points.map(({ x, y }) =>
        y === null ? null : <circle cx={x} cy={y} r={kind === 'own' ? 4 : 2.2} fill={colour} />,
      )}
    </>
  )
}

/** The lines' names below the narrow picture, which has no room at their ends. */
const Key = ({ lines, left, bottom }: { lines: readonly YearLine[]; left: number; bottom: number }) => (
  <>
    {lines.map(({ name, kind }, index) => (
      <>
        <path
          d={`M${left} ${bottom + 38 + 18 * index}h28`}
          stroke={STROKES[kind].colour}
          stroke-width={STROKES[kind].width}
          stroke-dasharray={STROKES[kind].dashes}
        />
        <text x={left + 36} y={bottom + 42 + 18 * index} font-size="12">
          {name}
        </text>
      </>
    ))}
  </>
)

interface YearAxisProps {
  years: readonly string[]
  x: (year: string) => number
  sheet: (typeof SHEETS)[Drawing]
  bottom: number
  /** A year in so many is named. */
  step: number
}

const YearAxis = ({ years, x, sheet, bottom, step }: YearAxisProps) => (
  <g font-size={sheet.text} text-anchor="middle" fill={SECONDARY}>
    <path d={`M${sheet.left} ${bottom}H${sheet.right}`} stroke={LIMIT} fill="none" />
    {years.map((year, index) =>
      (years.length - 1 - index) % step === 0 ? (
        <text x={x(year)} y={bottom + 18}>
          {year}
        </text>
      ) : null,
    )}
  </g>
)
