import { captureTemplate, may, must } from '../template.ts'

export const TEAMS = captureTemplate({
  name: 'teams',
  row: 'One team.',
  purpose: 'Where each team works, so that figures can be read by locality and by service.',
  feeds: ['every measure, by locality'],
  key: ['team'],
  columns: {
    team: must('text', 'North 1', 'The team, as the case system writes it'),
    locality: may('text', 'North', 'The locality it serves; blank for one that serves them all'),
    service: may('text', 'Locality teams', 'The service it belongs to'),
  },
})

export const WARDS = captureTemplate({
  name: 'wards',
  row: 'One child.',
  purpose:
    'The ward of each child’s home on the day of the extract, which no statutory file carries, so that figures can be read by ward.',
  feeds: ['every measure about children, by ward'],
  key: ['child_id'],
  columns: {
    child_id: must('child', '20417', 'The child'),
    ward: must('text', 'North 3', 'The ward of the child’s home; that of the family for a child in care'),
  },
})
