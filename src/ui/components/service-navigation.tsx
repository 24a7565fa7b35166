import { classNames, contentOf, type Attributes, type Words } from './content.ts'

interface NavigationItem extends Words {
  href?: string | undefined
  /** This very page. */
  current?: boolean | undefined
  /** A page inside this section. */
  active?: boolean | undefined
  attributes?: Attributes | undefined
}

interface ServiceNavigationProps {
  navigation?: readonly (NavigationItem | null | false | undefined)[] | undefined
  serviceName?: string | undefined
  serviceUrl?: string | undefined
  ariaLabel?: string | undefined
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  navigationLabel?: string | undefined
  navigationId?: string | undefined
  navigationClasses?: string | undefined
  /** True for two items or more, when absent. */
  collapseNavigationOnMobile?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** https://design-system.service.gov.uk/components/service-navigation/ */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const inside = (
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        {props.serviceName ? (
          <span class="govuk-service-navigation__service-name">
            {props.serviceUrl ? (
              <a href={props.serviceUrl} class="govuk-service-navigation__link">
                {props.serviceName}
              </a>
            ) : (
              <span class="govuk-service-navigation__text">{props.serviceName}</span>
            )}
          </span>
        ) : null}
        <Navigation {...props} />
      </div>
    </div>
  )
  const shared = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  return props.serviceName ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...shared}>
      {inside}
    </section>
  ) : (
    <div {...shared}>{inside}</div>
  )
}

function Navigation(props: ServiceNavigationProps) {
  const items = (props.navigation ?? []).filter((item) => Boolean(item)) as NavigationItem[]
  const menu = props.menuButtonText || 'Menu'
  const id = props.navigationId || 'navigation'
  if (items.length === 0) return null
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) ? (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === menu ? undefined : props.menuButtonLabel}
          hidden
          // oxlint-disable-next-line jsx-a11y/no-aria-hidden-on-focusable -- the script lifts both on a phone
          aria-hidden="true"
        >
          {menu}
        </button>
      ) : null}
      <ul class="govuk-service-navigation__list" id={id}>
        {items.map((item) => (
          <NavigationEntry item={item} />
        ))}
      </ul>
    </nav>
  )
}

function NavigationEntry({ item }: { item: NavigationItem }) {
  const here = item.active === true || item.current === true
  const current = here ? (item.current ? 'page' : 'true') : undefined
  // Strong, so that those who override colours can still tell where they are.
  const words = here ? (
    <strong class="govuk-service-navigation__active-fallback">{contentOf(item)}</strong>
  ) : (
    contentOf(item)
  )
  return (
    <li
      class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {words}
        </a>
      ) : (item.html ?? item.text) ? (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {words}
        </span>
      ) : null}
    </li>
  )
}
