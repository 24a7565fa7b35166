import type { Child } from 'hono/jsx'
import { classNames } from '../components/content.ts'
import { Details } from '../components/details.tsx'

interface ChartFigureProps {
  /** What the picture shows, computed and true. */
  sentence: string
  /** The rule in force: how the usual range is worked out, what a hollow point means. */
  note?: string | undefined
  /** The same numbers as a table. */
  tableHref?: string | undefined
  csvHref?: string | undefined
  /** Of the picture itself, without its ending: it is there as `.png`, as `.svg`, and in words as `.txt`. */
  pictureHref?: string | undefined
  /** Of the picture, to be copied beside it into a document or a slide. */
  altText?: string | undefined
  children: Child
}

/** A picture that says what it shows, and where the same numbers are. */
export const ChartFigure = (props: ChartFigureProps) => (
  <figure class="wm-figure-box">
    <figcaption>{props.sentence}</figcaption>
    {props.children}
    {props.note || props.tableHref || props.csvHref ? (
      <p class="wm-note">
        {props.note}
        {props.tableHref || props.csvHref ? ' Same numbers: ' : null}
        {props.tableHref ? <a href={props.tableHref}>table</a> : null}
        {props.tableHref && props.csvHref ? ', ' : null}
        {props.csvHref ? (
          <>
            <a href={props.csvHref.replace('.csv', '.xlsx')}>Excel</a>, <a href={props.csvHref}>CSV</a>
          </>
        ) : null}
        {props.tableHref || props.csvHref ? '.' : null}
        {props.pictureHref ? (
          <>
            {' '}
            Picture: <a href={`${props.pictureHref}.png`}>PNG</a>,{' '}
            <a href={`${props.pictureHref}.svg`}>SVG</a>,{' '}
            <a href={`${props.pictureHref}.txt`}>alt text as a file</a>.
          </>
        ) : null}
      </p>
    ) : null}
    {props.altText ? (
      <Details summaryText="Alt text of the picture, to copy" classes="wm-alt-text">
        <p class="wm-copied">{props.altText}</p>
      </Details>
    ) : null}
  </figure>
)

/** One of several pictures on one time axis: a bold name, then what it counts. */
export const Panel = (props: { name: string; title: string; children: Child }) => (
  <div class="wm-panel">
    <p class="wm-panel__title">
      <b>{props.name}</b> {props.title}
    </p>
    {props.children}
  </div>
)

/** A table too wide for a phone scrolls in a region that can be reached by keyboard and has a name. */
export const ScrollRegion = (props: { label: string; classes?: string | undefined; children: Child }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard cannot scroll the table
  <section class={classNames('wm-scroll', props.classes)} aria-label={props.label} tabindex={0}>
    {props.children}
  </section>
)
