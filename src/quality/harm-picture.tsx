import { ChartFigure } from '../ui/charts/figure.tsx'
import { ChartSvg, px } from '../ui/charts/chart-svg.tsx'
import { INK, ORANGE, ORANGE_EDGE, PAST } from '../ui/charts/colour.ts'
import { formatNumber } from '../platform/words.ts'
import { seriesTitle } from '../performance/index.ts'
import { mostCases } from './quality-read.ts'
import type { QualityFinding } from '../dataset/index.ts'

const MAX_BARS = 8
const [BAR, BAR_GAP] = [16, 12]
const [LINE, LETTER] = [17, 7.1]

interface HarmPictureProps {
  /** Most harm first. */
  findings: readonly QualityFinding[]
  csvHref: string
}

/** A bar for each kind of fault: how many cases of the measure that it harms most. Nothing when no figure is harmed. */
export function HarmPicture({ findings, csvHref }: HarmPictureProps) {
  const bars = findings.filter((finding) => mostCases(finding) > 0).slice(0, MAX_BARS)
  const [worst] = bars
  if (!worst) return null
  const harm = worst.harms.find(({ cases, how }) => how !== 'split' && cases === mostCases(worst))!
  const sentence = `What harms most: ${lowered(worst.title)}. ${formatNumber(harm.cases)} ${harm.cases === 1 ? 'case' : 'cases'} of “${seriesTitle(harm.measure)}” ${harm.how === 'left_out' ? 'may be missing' : harm.cases === 1 ? 'is in doubt' : 'are in doubt'}.`
  return (
    <ChartFigure
      sentence={sentence}
      note="Each bar is the number of cases, over all months, of the measure that the fault harms most. Orange: to be put right."
      tableHref="#checks"
      csvHref={csvHref}
    >
      <Bars bars={bars} desc={sentence} drawing="wide" />
      <Bars bars={bars} desc={sentence} drawing="narrow" />
    </ChartFigure>
  )
}

interface BarsProps {
  bars: readonly QualityFinding[]
  desc: string
  drawing: 'wide' | 'narrow'
}

function Bars({ bars, desc, drawing }: BarsProps) {
  const width = drawing === 'wide' ? 760 : 300
  const most = Math.max(...bars.map(mostCases))
  const room = width - 70
  let y = 0
  const drawn = bars.map((finding) => {
    const lines = wrapped(finding.title, Math.floor(width / LETTER))
    const top = y + lines.length * LINE
    const row = { finding, lines, y, top, length: Math.max(2, px((mostCases(finding) / most) * room)) }
    y = top + BAR + BAR_GAP
    return row
  })
  return (
    <ChartSvg
      id={`harm-${drawing}`}
      title="Cases harmed, by what is wrong"
      desc={desc}
      width={width}
      height={y}
      drawing={drawing}
    >
      {drawn.map((row) => {
        const isNote = row.finding.severity === 'note'
        return (
          <>
            {row.lines.map((line, index) => (
              <text x={0} y={row.y + (index + 1) * LINE - 4} font-size="14">
                {line}
              </text>
            ))}
            <rect
              x={0.5}
              y={row.top + 0.5}
              width={row.length}
              height={BAR}
              fill={isNote ? PAST : ORANGE}
              stroke={isNote ? 'none' : ORANGE_EDGE}
            />
            <text x={row.length + 8} y={row.top + 13} font-size="14" font-weight="bold" fill={INK}>
              {formatNumber(mostCases(row.finding))}
            </text>
          </>
        )
      })}
    </ChartSvg>
  )
}

/** Lines of at most so many letters. */
function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
