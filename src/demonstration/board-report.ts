import type { ReportContent } from '../board/index.ts'

const PROGRAMME = 'Programme office, note to the Board of 4 February 2015'
const HR = 'HR partner, establishment list of 30 January 2015'
const FINANCE = 'Finance partner, ledger to 31 January 2015'
const ENGLAND = 'Department for Education, characteristics of children in need, England 2014 to 2015'

/**
 * Norchester's report to its Improvement Board of 10 February 2015. Three things in it wait for the writer: a figure
 * without a source, a word that goes beyond the data, and a sentence whose figure nobody has agreed.
 */
export const BOARD_REPORT: ReportContent = {
  meeting: { heldOn: '2015-02-10', previousOn: '2015-01-16', title: 'Improvement Board' },
  subject: 'Progress report',
  author: 'Interim Strategic Director of Children’s Services',
  sections: [
    {
      heading: 'Purpose',
      level: 1,
      blocks: [
        {
          owner: 'Programme manager',
          text: 'This report tells the Improvement Board what has happened since it last met on {{meeting|previous_on}}: what was done in each workstream, how far each recommendation has come, and what stands in the way.',
        },
        {
          owner: 'Data team',
          text: '{{table:as-completed-45wd, as-open-review-points.gt45, s47-icpc-15wd, fd-referrals, cp-rate, lac-number@2015-01}}',
        },
      ],
    },
    { heading: 'Key actions since the last meeting', level: 1, blocks: [] },
    {
      heading: 'Improvement Notice',
      level: 2,
      blocks: [
        {
          owner: 'Programme manager',
          text: 'The draft Improvement Notice is going to the Minister for approval, and we expect it any day. When it arrives we will go through the action plan and the tracker line by line so that all three say the same, and send every Board member a copy.',
        },
      ],
    },
    {
      heading: 'Working with Ofsted',
      level: 2,
      blocks: [
        {
          owner: 'Director',
          text: 'Ofsted is piloting offers of support to councils that are improving. We expect a formal offer at the end of March or early in April. A first meeting with Ofsted has been agreed, and what further support we take will follow from it. **Board members are asked what they would want from that support.**',
        },
      ],
    },
    {
      heading: 'The action plan',
      level: 2,
      blocks: [
        {
          owner: 'Programme manager',
          text: 'After the Board’s last discussion the action plan was rewritten around Ofsted’s recommendations. The Board’s executive group read an early draft at a workshop on 30 January and told us what to change. The final draft will go out widely, because many colleagues across the city own an action in it.',
        },
      ],
    },
    {
      heading: 'Investment case and budget',
      level: 2,
      blocks: [
        {
          owner: 'Programme manager',
          text: 'Members have approved the revised investment case, so attention turns to the return on it. It has four priorities:',
        },
        {
          owner: 'Programme manager',
          text: '- fewer children looked after ({{lac-number@2015-01}} on 31 January), at a lower cost\n- better early help\n- keeping up the work with Troubled Families\n- the quality of social work practice and of its leadership',
        },
        {
          owner: 'Programme manager',
          text: 'Senior managers worked through every strand of the investment and of the improvement plan in a workshop on 4 February.',
        },
        {
          owner: 'Finance partner',
          source: FINANCE,
          text: 'The action plan has £1,000k in 2014/15: £500k of Adoption Reform Grant carried forward from 2013/14, and £500k of corporate resources that the Executive agreed in October 2014. By the end of January £335k had been spent. We project £914k by the year’s end, and so £86k unspent, because temporary posts are being filled later than planned.',
        },
        {
          owner: 'HR partner',
          source: HR,
          text: 'Where the posts stand:\n\n- **Early help posts:** recruitment is planned to begin in 2015/16\n- **Integrated front door:** 2 social workers have been recruited to the contact centre and start on 1 March 2015; an agency social worker has covered for the last month\n- **Safeguarding hub (MASH):** its operations manager has been recruited and starts on 23 February 2015; our own staff cover its business support while we recruit\n- **Emergency duty social worker and MARAC social worker:** both in recruitment, with agency cover being found\n- **Additional temporary social work capacity:** for ten weeks from the end of January\n- **Additional care planning posts:** in recruitment',
        },
        {
          owner: 'Programme manager',
          text: 'The tender for a children in need service closed on 9 February 2015 with good interest. The provider will be chosen on 27 February 2015 and the service will be working in March.',
        },
      ],
    },
    {
      heading: 'Social work taskforce',
      level: 2,
      blocks: [
        {
          owner: 'Head of Assessment',
          source: PROGRAMME,
          text: 'A taskforce of 16 external social workers and 3 team managers began on Monday 2 February 2015. It is looking again at every child in need whom our social workers now hold, and each child gets a new Child and Family Assessment. A written framework tells both sides what standard of work is expected and by when.',
        },
      ],
    },
    {
      heading: 'Service redesign and leadership',
      level: 2,
      blocks: [
        {
          owner: 'Director',
          source: PROGRAMME,
          text: 'Partners met on 16 January to talk through the future model of the service. Next come work on its vision, the early help workshops, and a second partner workshop six weeks later.',
        },
        {
          owner: 'Director',
          text: 'We commissioned a review of the Emergency Duty Service and have a draft appraisal of the options. One under consideration is an integrated out-of-hours offer with Health and the Police.',
        },
        {
          owner: 'HR partner',
          text: 'An Interim Head of Safeguarding started on 2 February 2015. A Deputy Director and a Head of Fostering and Adoption are still to be recruited.',
        },
      ],
    },
    { heading: 'Progress on the priority and immediate actions', level: 1, blocks: [] },
    { heading: 'Practice quality and capacity', level: 2, blocks: [] },
    {
      heading: 'Caseloads and a stable workforce',
      level: 3,
      recommendation: 'R1',
      blocks: [
        {
          owner: 'HR partner',
          text: 'Every worker’s caseload is being reviewed, newly qualified workers’ included. On 31 January a social worker held {{wf-caseload.mean@2015-01}} children on average, across {{wf-caseload.mean@2015-01|denominator}} workers; the most that one worker held was {{wf-caseload.max@2015-01}}. The Board follows this every month as indicator A1.',
        },
        {
          owner: 'HR partner',
          source: HR,
          withoutSource: ['15 more peripatetic social'],
          text: 'All vacancies were recruited to in November, and some agency staff became permanent. Posts have come empty since, and the 15 peripatetic staff were used to fill them, so turnover is still a challenge. A new advert drew a good response, and from this round we expect 15 more peripatetic social workers.',
        },
        { owner: 'Programme manager', text: '{{table:actions R1}}' },
      ],
    },
    {
      heading: 'Early help',
      level: 3,
      recommendation: 'R2',
      blocks: [
        {
          owner: 'Programme manager',
          source: PROGRAMME,
          text: 'We are mapping and reviewing what early help there is. Partners held a workshop in January; 2 more follow on 13 February, one on levels of need and one on refreshing the strategy. Family hubs are being developed across the city.',
        },
      ],
    },
    {
      heading: 'Management oversight of the single assessment',
      level: 3,
      recommendation: 'R3',
      blocks: [
        {
          owner: 'Head of Assessment',
          toAgree: true,
          text: 'Assessments finished within 45 working days dipped to {{as-completed-45wd@2015-01}} in January, {{as-completed-45wd@2015-01|numerator}} of {{as-completed-45wd@2015-01|denominator}}, with more referrals to assess and staff on leave over Christmas.',
        },
        {
          owner: 'Head of Assessment',
          text: 'This is indicator A2. Its usual range is {{as-completed-45wd@2015-01|lower}} to {{as-completed-45wd@2015-01|upper}}; in December it was {{as-completed-45wd@2014-12}}, and in January a year ago {{as-completed-45wd@2014-01}}. It counts finished work only. On 31 January {{as-open-review-points.gt45@2015-01|numerator}} assessments were open past day 45. Of the assessments started in October, {{as-cohort-45wd@2014-10}} were finished in time. Children were seen in {{as-child-seen.seen@2015-01}} of the assessments finished in January.',
        },
        { owner: 'Data team', text: '{{chart:as-completed-45wd@2015-01}}' },
        {
          owner: 'Head of Assessment',
          text: 'All managers attended a session on performance. Children whose work may have drifted were listed, and the lists went to team managers for a reason and an action on each; performance clinics take this up from 27 February. The core audit tool was revised and now reports apart on children in need, child protection and looked-after children. Guidance on how often to visit children in need and how to plan for them has reached teams from the week of 2 February.',
        },
        { owner: 'Programme manager', text: '{{table:actions R3}}' },
      ],
    },
    {
      heading: 'Conferences, reviews and reports to families',
      level: 3,
      recommendation: 'R4',
      blocks: [
        {
          owner: 'Head of Safeguarding',
          text: 'The allocated social worker should be at every conference and review, with a report that the family has had time to read. Reports to managers now show them the conferences that the allocated worker missed, so that they ask why, and the list of conferences to come. Of the initial conferences in January, {{s47-icpc-15wd@2015-01}} were held within 15 working days; {{cp-rate.open@2015-01}} children had a protection plan at the month’s end.',
        },
      ],
    },
    {
      heading: 'Records and audit',
      level: 3,
      recommendation: 'R5',
      blocks: [
        {
          owner: 'Head of Safeguarding',
          text: 'The Continuous Improvement Framework went live in January: senior and operational managers check the quality of work themselves. Audits are to be systematic, with tools used in the same way everywhere. Independent reviewing officers are supported to challenge care planning and its progress. Future audits will test whether records show decisions and the reasons for them.',
        },
      ],
    },
    { heading: 'Looked-after children, permanence and leaving care', level: 2, blocks: [] },
    {
      heading: 'Return interviews after missing episodes',
      level: 3,
      recommendation: 'R6',
      blocks: [
        {
          owner: 'Head of Service, children in care',
          text: 'For now the children’s rights team supplies by hand how many return interviews were offered and how many accepted. Everyone involved is settling one process: how a missing episode is notified and recorded, and how an interview is offered and recorded. The case system has to be changed before we can give the Board these figures.',
        },
      ],
    },
    { heading: 'Performance information and quality assurance', level: 2, blocks: [] },
    {
      heading: 'Reports to the adoption panel',
      level: 3,
      recommendation: 'R7',
      blocks: [
        {
          owner: 'Adoption panel adviser',
          text: 'Since January 2015 the quality of each report to the adoption panel is recorded, and panel members judge each presentation on Ofsted’s four grades. The worker, the senior worker and the team manager are told, and so is the panel adviser, who brings the judgements together. They are used in supervision, with extra support where it is needed and action where poor work goes on.',
        },
      ],
    },
    {
      heading: 'Challenges',
      level: 1,
      blocks: [
        {
          owner: 'Director',
          source: ENGLAND,
          text: 'Referrals remain high for a city of our size. There were {{fd-referrals@2015-01}} in January, against {{fd-referrals@2014-01}} in January a year ago, and {{fd-rereferrals@2015-01}} of them came back within 12 months. Demand has not decreased: the usual range is {{fd-referrals@2015-01|lower}} to {{fd-referrals@2015-01|upper}} a month. The multi-agency safeguarding hub (MASH) has teething problems, and a review of it is under consideration.',
        },
      ],
    },
    {
      heading: 'Action required',
      level: 1,
      blocks: [{ owner: 'Programme manager', text: 'Members are asked to note this update.' }],
    },
    {
      heading: 'Contributing officers',
      level: 1,
      blocks: [
        {
          owner: 'Programme manager',
          text: 'Programme manager, improvement programme: improvement.programme@norchester.example',
        },
      ],
    },
  ],
}
