import { Resvg } from '@resvg/resvg-js'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { monthsFrom } from '../../platform/day.ts'
import { chartSvg, ChartSvg } from './chart-svg.tsx'
import { ColumnsChart } from './columns-chart.tsx'
import { confidenceOf, SpcMark, TargetMark } from './marks.tsx'
import { spreadLabels } from './side-labels.tsx'
import { Sparkline, sparklineDomain } from './sparkline.tsx'
import { XmrChart, xmrDomain } from './xmr-chart.tsx'
import type { XmrPoint } from './xmr-chart-props.ts'

const drawn = (node: { toString(): string }) => node.toString()
const MONTHS = monthsFrom('2013-02', '2015-01')
const percent = (value: number) => `${value.toFixed(1)}%`
const points: XmrPoint[] = MONTHS.map((month, index) => ({
  month,
  value: 88 + (index % 3),
  provisional: index === 23,
}))
const limits = { centre: 89, lower: 84, upper: 94, trial: false }
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length

const xmr = (props: Partial<Parameters<typeof XmrChart>[0]> = {}) =>
  drawn(
    <XmrChart
      id="a2"
      title="Assessments completed"
      desc="Steady between 84% and 94%."
      points={points}
      limits={limits}
      target={{ value: 90, text: 'Target 90%' }}
      say={percent}
      unit="%"
      {...props}
    />,
  )

test('a chart names itself, says what it shows, and carries no style of its own', () => {
  const svg = xmr()
  expect(svg).toContain('role="img" aria-labelledby="a2-t a2-d"')
  expect(svg).toContain('<title id="a2-t">Assessments completed</title>')
  expect(svg).toContain('<desc id="a2-d">Steady between 84% and 94%.</desc>')
  expect(svg).not.toContain('style=')
})

test('every month has a point, and the provisional one is hollow', () => {
  const svg = xmr()
  expect(count(svg, /<circle/g)).toBe(24)
  expect(count(svg, /<circle[^>]*fill="#ffffff"/g)).toBe(1)
})

test('lines are named at the right: limits, average, target and the figure now', () => {
  const svg = xmr({ points: points.with(23, { ...points[23]!, firstReported: 88.4 }) })
  for (const words of [
    'Upper limit 94.0%',
    'Average 89.0%',
    'Lower limit 84.0%',
    'Target 90%',
    '90.0% now',
    '– first said 88.4%',
  ]) {
    expect(svg).toContain(words)
  }
})

test('each month that was first reported as something else has a short bar', () => {
  const bars = (svg: string) => count(svg, /h10"/g)
  expect(bars(xmr())).toBe(0)
  expect(
    bars(
      xmr({ points: points.map((point, index) => (index > 20 ? { ...point, firstReported: 87 } : point)) }),
    ),
  ).toBe(3)
})

test('trial limits are dashed and say so', () => {
  expect(xmr({ limits: { ...limits, trial: true } })).toContain('Trial limit 94.0%')
})

test('months not yet known are hatched, and never drawn', () => {
  const young = points.map((point, index) => (index > 20 ? { ...point, value: null } : point))
  const svg = xmr({ points: young, notYetKnown: { from: '2014-11', words: ['Not yet known'] } })
  expect(count(svg, /<circle/g)).toBe(21)
  expect(svg).toContain('url(#a2-h)')
})

test('a percentage never has an axis beyond 100', () => {
  const high = points.map((point) => ({ ...point, value: 99 }))
  expect(xmrDomain({ points: high, limits: { ...limits, upper: 104 }, bounds: [0, 100] })[1]).toBe(100)
})

test('an axis of large sums is in thousands, and does not go below zero for a margin alone', () => {
  const text = xmr({
    points: points.map((point, index) => ({ ...point, value: index * 14_000 })),
    limits: null,
    target: null,
  })
  expect(text).toContain('>100k<')
  expect(text).toContain('>0<')
  expect(text).not.toContain('000<')
  expect(text).not.toMatch(/>[-−]\d/)
  expect(
    xmrDomain({ points: [{ month: '2015-01', value: -4 }], limits: null, target: null })[0],
  ).toBeLessThan(-4)
})

test('a target far off is drawn at the frame, so that it never flattens the line', () => {
  expect(sparklineDomain([60, 64], [], 85)).toEqual({ domain: [60, 64], targetPlace: 'top' })
  expect(sparklineDomain([60, 64], [], 20)).toEqual({ domain: [60, 64], targetPlace: 'bottom' })
  expect(sparklineDomain([60, 64], [], 65)).toEqual({ domain: [60, 65], targetPlace: 'scale' })
})

test('labels at the right never cover each other, and keep their order', () => {
  const placed = spreadLabels(
    [
      { text: 'b', y: 100 },
      { text: 'a', y: 99 },
      { text: 'c', y: 101 },
    ],
    0,
    110,
  )
  expect(placed.map((label) => label.text)).toEqual(['a', 'b', 'c'])
  expect(placed.map((label) => label.y)).toEqual([78, 94, 110])
})

test('only the run still alive at the latest point is marked on a sparkline', () => {
  const svg = drawn(
    <Sparkline
      values={points.map((point) => point.value)}
      limits={limits}
      verdict="worsening"
      run={[21, 22, 23]}
      label="24 months"
    />,
  )
  expect(count(svg, /class="wm-orange"/g)).toBe(3)
  expect(svg).toContain('width="190" height="44"')
})

test('a single point is a point: no line, no limits', () => {
  const svg = drawn(
    <Sparkline values={[...Array<null>(23).fill(null), 57.1]} verdict="none" label="One month" />,
  )
  expect(count(svg, /<circle/g)).toBe(1)
  expect(svg).not.toContain('<rect')
})

test('columns start from zero; the latest is dark, and it and the peak are named', () => {
  const stock = MONTHS.map((month, index) => ({ month, value: index === 17 ? 486 : 200 + index }))
  const svg = drawn(
    <ColumnsChart
      id="c"
      title="Open past day 45"
      desc="At each month end"
      points={stock}
      say={String}
      peakText="486 in July 2014"
    />,
  )
  expect(count(svg, /<rect/g)).toBe(24)
  expect(count(svg, /<rect[^>]*fill="#12436D"/g)).toBe(1)
  expect(svg).toContain('486 in July 2014')
  expect(svg).toMatch(/font-weight="bold"[^>]*>223</)
})

test('the mark of a verdict is a shape, whatever its colour', () => {
  expect(drawn(<SpcMark verdict="worsening" direction="up" />)).toContain('M12 .8 23.2 12 12 23.2.8 12z')
  expect(drawn(<SpcMark verdict="improving" />)).toContain('<rect')
  expect(drawn(<SpcMark verdict="none" />)).toContain('stroke-dasharray')
  expect(drawn(<TargetMark verdict="no-target" />)).not.toContain('M42')
})

test('confidence is high from 95% complete and medium from 85%', () => {
  expect([0.95, 0.949, 0.85, 0.849].map(confidenceOf)).toEqual(['high', 'medium', 'medium', 'low'])
})

test('a chart is complete by itself as a picture, with its words drawn', () => {
  const arimo = join(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json')))
  const words = chartSvg(
    <ChartSvg id="t" title="Words" desc="Words alone" width={200} height={40}>
      <text x="4" y="24" font-size="16">
        Steady
      </text>
    </ChartSvg>,
  )
  const picture = new Resvg(words, {
    font: {
      loadSystemFonts: false,
      fontFiles: [join(arimo, '400Regular/Arimo_400Regular.ttf')],
      defaultFontFamily: 'Arimo',
    },
  }).render()
  expect(picture.pixels.some((byte) => byte !== 0)).toBe(true)
})

test('limits that differ from month to month are drawn in steps, and those before a named cause apart', () => {
  const small = { ...limits, lower: 80, upper: 98 }
  const svg = xmr({
    ranges: [
      { from: '2013-02', limits },
      { from: '2013-03', limits: small },
      { from: '2014-06', limits, anew: true },
    ],
    anew: [{ month: '2014-06', words: 'New form' }],
  })
  expect(count(svg, /fill="#e9eff4"/g)).toBe(2)
  // Two stretches of a mean and two edges each; the first steps down where its second month rests on fewer.
  expect(count(svg, /<path d="M[^"]*H[^"]*V[^"]*H[^"]*"[^>]*stroke="#6f7a82"/g)).toBe(2)
  expect(svg).toContain('>New form</text>')
})

test('an agreed path is drawn over its months, and named', () => {
  const svg = xmr({
    path: {
      steps: [
        { month: '2014-10', value: 86 },
        { month: '2015-01', value: 90 },
        { month: '2015-06', value: 92 },
      ],
      text: 'Agreed path',
    },
  })
  expect(count(svg, /stroke-dasharray="2 3"/g)).toBe(1)
  expect(svg).toContain('>Agreed path</text>')
})

test('a sparkline whose limits start anew has a band for each stretch', () => {
  const svg = drawn(
    <Sparkline
      values={[1, 2, 1, 2, 5, 6, 5, 6]}
      ranges={[
        { from: 0, limits: { centre: 1.5, lower: 0, upper: 3, trial: true } },
        { from: 4, limits: { centre: 5.5, lower: 4, upper: 7, trial: true }, anew: true },
      ]}
      verdict="steady"
      label="Two stretches"
    />,
  )
  expect(count(svg, /fill="#e9eff4"/g)).toBe(2)
})

test('air beyond what can be does not stretch the other end of the axis', () => {
  const low = points.map((point) => ({ ...point, value: 85 }))
  const wide = { ...limits, lower: 64, upper: 100 }
  expect(xmrDomain({ points: low, limits: wide, bounds: [0, 100] })).toEqual([60, 100])
})
