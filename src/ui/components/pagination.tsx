import type { Child } from 'hono/jsx'
import { classNames, contentOf, type Attributes, type Words } from './content.ts'

interface PaginationLink extends Words {
  href: string
  labelText?: string | undefined
  attributes?: Attributes | undefined
}

interface PaginationItem {
  number?: string | number | undefined
  href?: string | undefined
  current?: boolean | undefined
  ellipsis?: boolean | undefined
  visuallyHiddenText?: string | undefined
  attributes?: Attributes | undefined
}

interface PaginationProps {
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  items?: readonly (PaginationItem | null)[] | undefined
  landmarkLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ to }: { to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[to]} />
  </svg>
)

interface ArrowLinkProps {
  link: PaginationLink
  to: 'prev' | 'next'
  blockLevel: boolean
  fallback: Child
}

const ArrowLink = ({ link, to, blockLevel, fallback }: ArrowLinkProps) => (
  <div class={`govuk-pagination__${to}`}>
    <a class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
      {blockLevel || to === 'prev' ? <Arrow to={to} /> : null}
      <span
        class={classNames(
          'govuk-pagination__link-title',
          blockLevel && !link.labelText && 'govuk-pagination__link-title--decorated',
        )}
      >
        {contentOf(link) ?? fallback}
      </span>
      {link.labelText && blockLevel ? (
        <>
          <span class="govuk-visually-hidden">:</span>
          <span class="govuk-pagination__link-label">{link.labelText}</span>
        </>
      ) : null}
      {!blockLevel && to === 'next' ? <Arrow to={to} /> : null}
    </a>
  </div>
)

const PageLink = ({ item }: { item: PaginationItem }) => (
  <li
    class={classNames(
      'govuk-pagination__item',
      item.current && 'govuk-pagination__item--current',
      item.ellipsis && 'govuk-pagination__item--ellipsis',
    )}
  >
    {item.ellipsis ? (
      '⋯'
    ) : (
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    )}
  </li>
)

/** https://design-system.service.gov.uk/components/pagination/ */
export function Pagination(props: PaginationProps) {
  const blockLevel = !props.items && Boolean(props.next ?? props.previous)
  return (
    <nav
      class={classNames('govuk-pagination', blockLevel && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {props.previous?.href ? (
        <ArrowLink
          link={props.previous}
          to="prev"
          blockLevel={blockLevel}
          fallback={
            <>
              Previous<span class="govuk-visually-hidden"> page</span>
            </>
          }
        />
      ) : null}
      {props.items ? (
        <ul class="govuk-pagination__list">
          {props.items.map((item) =>
            item && Object.keys(item).length > 0 ? <PageLink item={item} /> : null,
          )}
        </ul>
      ) : null}
      {props.next?.href ? (
        <ArrowLink
          link={props.next}
          to="next"
          blockLevel={blockLevel}
          fallback={
            <>
              Next<span class="govuk-visually-hidden"> page</span>
            </>
          }
        />
      ) : null}
    </nav>
  )
}
