import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { budgetLines, budgetMonths } from './story/budget-story.ts'
import { contractSteps } from './story/contract-story.ts'
import { unitCosts } from './story/unit-cost-story.ts'
import type { CaptureTemplate } from '../../src/standards/capture/template.ts'
import type { CaptureRow } from './capture-row.ts'
import {
  BUDGET_LINES,
  BUDGET_MONTHS,
  CONTRACTS,
  UNIT_COSTS,
} from '../../src/standards/capture/templates/money-templates.ts'

/** Norchester's money and its tender: the same in a council of any size, for they are what was reported. */
export function storyPart({ folder }: CaptureSetting): CapturePart {
  const written = [
    write(folder, BUDGET_LINES, budgetLines()),
    write(folder, BUDGET_MONTHS, budgetMonths()),
    write(folder, UNIT_COSTS, unitCosts()),
    write(folder, CONTRACTS, contractSteps()),
  ]
  return { close: () => written }
}

function write<const Template extends CaptureTemplate>(
  folder: string,
  template: Template,
  rows: Iterable<CaptureRow<Template>>,
) {
  const file = openCaptureFile(folder, template)
  for (const row of rows) file.row(row)
  return file.close()
}
