import type { Child } from 'hono/jsx'
import { INK } from './colour.ts'

/** Arimo has Arial's metrics: it is used where a chart is drawn on a server without fonts. */
const FONT = 'Arial, Arimo, Helvetica, sans-serif'

interface ChartSvgProps {
  /** Unique on the page: the title's and the description's ids are made from it. */
  id: string
  /** What it is a picture of. */
  title: string
  /** What it shows, in a sentence or two. */
  desc: string
  width: number
  height: number
  /** Of two drawings, the page shows the one that fits. */
  drawing?: 'wide' | 'narrow' | undefined
  children?: Child | undefined
}

/** Everything in it is attributes, so that it also works outside a page. */
export const ChartSvg = (props: ChartSvgProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class={props.drawing ? `wm-chart wm-chart--${props.drawing}` : 'wm-chart'}
    role="img"
    aria-labelledby={`${props.id}-t ${props.id}-d`}
    width={props.width}
    height={props.height}
    viewBox={`0 0 ${props.width} ${props.height}`}
    font-family={FONT}
    fill={INK}
  >
    <title id={`${props.id}-t`}>{props.title}</title>
    <desc id={`${props.id}-d`}>{props.desc}</desc>
    {props.children}
  </svg>
)

/** A chart as a standalone SVG text, for a Word document or a picture. */
export const chartSvg = (chart: { toString(): string }): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${chart.toString()}`

/** Round to a tenth of a pixel, so that drawings are small and the same everywhere. */
export const px = (value: number): number => Math.round(value * 10) / 10

/** Diagonal hatching: what is not yet known, or orange on paper. */
export const Hatching = ({ id, colour }: { id: string; colour: string }) => (
  <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
    <path d="M0 8L8 0" stroke={colour} stroke-width="1" fill="none" />
  </pattern>
)
