import { classNames, contentOf, type StyledWords } from './content.ts'

interface HintProps extends StyledWords {
  id?: string | undefined
}

export const Hint = (props: HintProps) => (
  <div id={props.id} class={classNames('govuk-hint', props.classes)} {...props.attributes}>
    {contentOf(props)}
  </div>
)
