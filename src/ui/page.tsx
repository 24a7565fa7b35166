import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { daysBetween, formatDay, formatWeekday } from '../platform/day.ts'
import { Hatching } from './charts/chart-svg.tsx'
import { INK } from './charts/colour.ts'
import { Breadcrumbs } from './components/breadcrumbs.tsx'
import { classNames } from './components/content.ts'
import { Label } from './components/label.tsx'
import { NotificationBanner } from './components/notification-banner.tsx'
import { ServiceNavigation } from './components/service-navigation.tsx'
import { SkipLink } from './components/skip-link.tsx'
import { Tag } from './components/tag.tsx'
import type { FrameProps } from './frame.tsx'

interface PageProps {
  frame: FrameProps
  /** The `h1`'s words: no child's detail ever. */
  title: string
  /** The address of this page's section: `/plan`. */
  section?: string | undefined
  /** Below the first level: from the section down to the page's parent. */
  breadcrumbs?: readonly { text: string; href: string }[] | undefined
  /** Lets a table use the whole window, beyond the container's 1270 px. */
  wide?: boolean | undefined
  /** A form was sent with something to put right, so the title begins "Error: ". */
  error?: boolean | undefined
  children?: Child | undefined
}

/** Always in this order: https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html */
const FOOTER_LINKS = [
  { text: 'Help', href: '/help' },
  { text: 'Accessibility statement', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Find a measure', href: '/measures' },
]

/** A whole page in the council's frame. It has no inline script or style. */
export const Page = (props: PageProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>
          {props.error ? 'Error: ' : ''}
          {props.title} – Waymark – {props.frame.councilName}
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={props.frame.brandColour} />
        <meta name="robots" content="noindex" />
        <link rel="icon" type="image/svg+xml" sizes="any" href="/assets/mark.svg" />
        <link rel="stylesheet" href="/assets/govuk.css" />
        <link rel="stylesheet" href="/assets/waymark.css" />
        <link rel="stylesheet" href="/assets/council.css" />
        <script src="/assets/enhance.js" type="module"></script>
      </head>
      <body class={classNames('govuk-template__body', props.wide && 'wm-wide')}>
        <SkipLink text="Skip to main content" href="#main-content" />
        <header class="govuk-template__header">
          <CouncilHeader frame={props.frame} />
          {props.frame.sections.length > 0 ? (
            <ServiceNavigation
              navigation={props.frame.sections.map((section) => ({
                text: section.text,
                href: section.href,
                active: section.href === props.section,
              }))}
              navigationLabel="Sections"
              menuButtonText="Menu"
            />
          ) : null}
          <StatusStrip frame={props.frame} />
        </header>
        <div class="govuk-width-container">
          {props.breadcrumbs?.length ? <Breadcrumbs items={props.breadcrumbs} /> : null}
          <main class="govuk-main-wrapper wm-main" id="main-content">
            {props.section === '/data'
              ? props.frame.notices?.map(({ sentence, href }, index) => (
                  <NotificationBanner titleId={`wm-notice-${index}`}>
                    <p class="govuk-notification-banner__heading">
                      {sentence} <a href={href}>What happened</a>
                    </p>
                  </NotificationBanner>
                ))
              : null}
            {props.children}
          </main>
        </div>
        <PageFooter frame={props.frame} />
        <PaperHatching />
      </body>
    </html>
  </>
)

/** Waymark's own mark: a cairn's two stones on a line, in the header's colours. */
const Mark = () => (
  <svg class="wm-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="16" fill="#ffffff" />
    <path class="wm-mark__path" d="M6.5 17.5 16 8.5l9.5 9h-5L16 13.3l-4.5 4.2zM9 20.5h14v3.2H9z" />
  </svg>
)

const CouncilHeader = ({ frame }: { frame: FrameProps }) => (
  <div class="govuk-generic-header wm-header">
    <div class="govuk-generic-header__container govuk-width-container wm-header__container">
      <div class="govuk-generic-header__logo wm-header__logo">
        <a href="/" class="govuk-generic-header__homepage-link wm-header__home">
          <Mark />
          <span class="wm-header__names">
            <span class="wm-header__council">{frame.councilName}</span>{' '}
            <span class="wm-header__service">Waymark</span>
          </span>
        </a>
      </div>
      {frame.person ? <HeaderSearch frame={frame} /> : null}
      {frame.person ? (
        <div class="wm-header__person">
          <a class="wm-header__role" href="/account">
            <span class="govuk-visually-hidden">Your account: </span>
            {frame.person.roleTitle}
          </a>
          <form method="post" action="/sign-out">
            <CsrfField frame={frame} />
            <button type="submit" class="wm-header__sign-out">
              Sign out
            </button>
          </form>
        </div>
      ) : null}
    </div>
  </div>
)

/** It posts, so that what was typed, which may be the number of a child, is in no address. */
const HeaderSearch = ({ frame }: { frame: FrameProps }) => (
  <search class="wm-header__search">
    <form class="wm-header__search-form" method="post" action="/search" novalidate>
      <CsrfField frame={frame} />
      <Label text="Search" for="wm-search" classes="govuk-visually-hidden" />
      <input
        class="govuk-input wm-header__search-text"
        id="wm-search"
        name="q"
        type="search"
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit" class="wm-header__search-button">
        Search
      </button>
    </form>
  </search>
)

/** A monthly extract, and two weeks to bring it in: figures older than this no longer show the service as it is. */
const OLD_AFTER_DAYS = 45

const ageOf = ({ asAt, today }: FrameProps): number => (asAt === null ? 0 : daysBetween(asAt, today))

/** The day of the figures, in place of a phase banner. */
const StatusStrip = ({ frame }: { frame: FrameProps }) => (
  <div class="wm-strip">
    <div class="govuk-width-container wm-strip__line">
      {frame.demonstration ? <Tag classes="govuk-tag--grey wm-strip__tag">Demonstration</Tag> : null}
      {frame.person === null ? null : frame.asAt === null ? (
        <span>No data loaded yet</span>
      ) : (
        <span>
          Figures as at <b>{formatDay(frame.asAt)}</b>
        </span>
      )}
      {frame.person !== null && frame.loadedOn !== null ? (
        <span class="wm-strip__loaded">Loaded {formatDay(frame.loadedOn)}</span>
      ) : null}
      {frame.person !== null && frame.asAt !== null && ageOf(frame) > OLD_AFTER_DAYS ? (
        <span class="wm-strip__old">
          <b>{ageOf(frame)} days old</b>: bring in this month’s data before you act on a figure
        </span>
      ) : null}
      {frame.demonstration ? (
        <span class="wm-strip__invented">Every child, worker and figure here is invented</span>
      ) : null}
      <span class="wm-strip__today">{formatWeekday(frame.today)}</span>
    </div>
  </div>
)

/** On paper orange is drawn as hatching: the stylesheet for print fills with it. */
const PaperHatching = () => (
  <svg class="wm-defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <Hatching id="wm-hatch" colour={INK} />
    </defs>
  </svg>
)

/** What a reader may not open is not offered: measures are for those who have the tracker. */
const footerLinks = ({ sections }: FrameProps) =>
  FOOTER_LINKS.filter(
    ({ href }) => href !== '/measures' || sections.some((section) => section.href === '/tracker'),
  )

const PageFooter = ({ frame }: { frame: FrameProps }) => (
  <footer class="govuk-template__footer">
    <div class="govuk-footer wm-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-visually-hidden">Support links</h2>
        <ul class="govuk-footer__inline-list">
          {footerLinks(frame).map((link) => (
            <li class="govuk-footer__inline-list-item">
              <a class="govuk-footer__link" href={link.href}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
        <div class="govuk-footer__meta-custom">
          Management information, not official statistics. England figures: Department for Education, Open
          Government Licence v3.0.
        </div>
      </div>
    </div>
  </footer>
)

/** Proof that a form came from our page. Every form that posts carries it. */
export const CsrfField = ({ frame }: { frame: FrameProps }) => (
  <input type="hidden" name="_csrf" value={frame.csrf} />
)

interface PageHeadingProps {
  /** A few words above the title: what kind of thing this is, or its reference. */
  caption?: string | undefined
  title: string
  /** The main fact in bold, then what follows from it. */
  sentence?: { bold: string; rest?: string | undefined } | undefined
}

export const PageHeading = (props: PageHeadingProps) => (
  <div class="wm-heading">
    {props.caption ? <span class="wm-caption">{props.caption}</span> : null}
    <h1 class="wm-title">{props.title}</h1>
    {props.sentence ? (
      <p class="wm-sentence">
        <b>{props.sentence.bold}</b>
        {props.sentence.rest ? ` ${props.sentence.rest}` : ''}
      </p>
    ) : null}
  </div>
)
