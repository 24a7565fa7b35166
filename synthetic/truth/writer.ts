import { dayOf } from '../day-number.ts'
import type { CouncilWriter, WriterSetting } from '../files/written-file.ts'
import { openTextFile } from '../files/text-file.ts'
import { countAdoption } from './adoption-count.ts'
import type { AreaCount } from './area-count.ts'
import { countAssessmentEnds } from './assessment-end-count.ts'
import { countAssessments } from './assessment-count.ts'
import { countCare } from './care-count.ts'
import { countCareHealth } from './care-health-count.ts'
import { countCareReviews } from './care-review-count.ts'
import { countCaseloads } from './caseload-count.ts'
import { countConferences } from './conference-count.ts'
import { countContactOutcomes } from './contact-outcome-count.ts'
import { countDrift } from './drift-count.ts'
import { countEarlyHelp } from './early-help-count.ts'
import { countEnquiries } from './enquiry-count.ts'
import { countExtract } from './extract-count.ts'
import { countFrontDoor } from './front-door-count.ts'
import { countInNeed } from './in-need-count.ts'
import { countNeedReviews } from './need-review-count.ts'
import { knownChild } from './known-child.ts'
import { countLeavers } from './leaver-count.ts'
import { countMissing } from './missing-count.ts'
import { countMoney } from './money-count.ts'
import { countNeed } from './need-count.ts'
import { countOfficers } from './officer-count.ts'
import { countPlacements } from './placement-count.ts'
import { countPlans } from './plan-count.ts'
import { countProtection } from './protection-count.ts'
import { countReferrals } from './referral-count.ts'
import { countSetPoints } from './set-point-count.ts'
import { countUnseen } from './unseen-count.ts'
import { countWorkforce } from './workforce-count.ts'
import { truthMonths, type TruthMonths } from './truth-months.ts'
import { truthLines, type Truth } from './truth.ts'

/**
 * Writes `truth.json`: what the council's figures are, month by month and team by team, counted from the events
 * themselves as they were known on the day of the extract. It shares no code with the measures that work the same
 * figures out from files, nor with what writes the files, so that where both agree both are right.
 *
 * It says what a whole extract of Annex A says, with every event and episode of the plan's months. Where that standard
 * carries less than the events hold, the series has a note. What is kept is counts, so that memory does not grow with
 * the families.
 *
 *     {
 *       "about": "...", "council": "Norchester City Council", "code": "999", "seed": 1,
 *       "as_at": "2015-01-31", "recorded_to": "2015-02-03", "from": "2012-01-01",
 *       "how_to_read": ["..."],
 *       "definitions": { "catalogue": "1.0", "measures": "1 (2014-04-01)" },
 *       "months": ["2013-02", ...],
 *       "extract": {
 *         "children_lived": 2993, "children_listed": 2991,
 *         "rows": { "whole": { "1": 6203, ... "11": 12 }, "ofsted": { "1": 1042, ... } }
 *       },
 *       "series": [
 *         { "id": "fd-rereferrals", "kind": "share", "counts": "...", "note": "...", "points": [
 *           { "series": "fd-rereferrals", "period": "2013-02", "team": null, "numerator": 9, "denominator": 41, "value": 21.95 },
 *           ...
 */
export function openTruthWriter(setting: WriterSetting): CouncilWriter {
  const { folder, plan, view } = setting
  const months = truthMonths(plan, view)
  const extract = countExtract(view)
  const areas = areasOf(setting, months)
  return {
    family({ children }) {
      for (const log of children) {
        extract.child(log)
        const child = knownChild(log, view)
        for (const area of areas) area.child(child)
      }
    },
    adopter(adopter) {
      extract.adopter(adopter)
      for (const area of areas) area.adopter?.(adopter)
    },
    async close() {
      const truth: Truth = {
        council: plan.name,
        code: plan.code,
        seed: plan.askedSeed,
        asAt: dayOf(view.asAt),
        recordedTo: dayOf(view.recordedTo),
        from: dayOf(view.from),
        months: months.names,
        extract: extract.truth(),
        series: areas.flatMap((area) => area.truths()),
      }
      const file = openTextFile(folder, 'truth.json')
      for (const line of truthLines(truth)) file.write(line)
      return [file.close(truth.series.reduce((sum, { points }) => sum + points.length, 0))]
    },
  }
}

/** In the order of the file. */
function areasOf({ plan, view, workforce }: WriterSetting, months: TruthMonths): readonly AreaCount[] {
  return [
    countFrontDoor(months, view),
    countReferrals(months),
    countContactOutcomes(months, view),
    countAssessments(months, view),
    countAssessmentEnds(months),
    countUnseen(months, view),
    countSetPoints(months),
    countConferences(months),
    countEnquiries(months, view),
    countEarlyHelp(months),
    countNeed(months, view),
    countInNeed(months, view),
    countNeedReviews(months, view, plan.seed),
    countDrift(months, view),
    countProtection(months, view, workforce),
    countPlans(months),
    countCare(months, view),
    countPlacements(months, view),
    countCareHealth(months, view),
    countCareReviews(months, view, workforce),
    countMissing(months, view, plan),
    countCaseloads(months, view),
    countLeavers(months, view),
    countAdoption(months, view),
    countWorkforce(months, view, plan, workforce),
    countOfficers(months, view, workforce),
    countMoney(months, view, plan),
  ]
}
