import type { Origins } from '../building/conversion.ts'

/**
 * What is not named here is carried by no file of the return: visits, health checks by their day, teams, and where
 * a placement lies, which the department works out from postcodes.
 */
export const ORIGINS: Origins = {
  person: {
    tables: [
      'ssda903/header',
      'ssda903/episodes',
      'ssda903/reviews',
      'ssda903/uasc',
      'ssda903/oc2',
      'ssda903/oc3',
      'ssda903/ad1',
      'ssda903/placed_adoption',
      'ssda903/prev_perm',
      'ssda903/missing',
      'ssda903/social_worker',
      'ssda903/dolo',
    ],
    columns: { person_id: 'CHILD', sex: 'SEX', ethnicity: 'ETHNIC', dob: 'DOB' },
  },
  cla_periods: {
    tables: ['ssda903/episodes', 'ssda903/uasc', 'ssda903/social_worker'],
    columns: {
      cla_id: 'DECOM',
      start_date: 'DECOM',
      end_date: 'DEC',
      end_reason: 'REC',
      entered: 'RNE',
      primary_need_code: 'CIN',
      // It is not the day the status ceases that tells, but that the child has a row there.
      uasc: 'SEX',
      worker: 'SW_ID',
    },
  },
  legal_status: {
    tables: ['ssda903/episodes'],
    columns: { cla_id: 'DECOM', legal_status: 'LS', start_date: 'DECOM', end_date: 'DEC' },
  },
  cla_placement: {
    tables: ['ssda903/episodes'],
    columns: {
      cla_id: 'DECOM',
      start_date: 'DECOM',
      end_date: 'DEC',
      placement_type: 'PLACE',
      provider: 'PLACE_PROVIDER',
      postcode: 'PL_POST',
      urn: 'URN',
      same_carer: 'RNE',
    },
  },
  involvements: {
    tables: ['ssda903/social_worker'],
    columns: {
      worker: 'SW_ID',
      start_date: 'SW_DECOM',
      end_date: 'SW_DEC',
      change_reason: 'SW_REASON',
      is_primary: 'SW_ID',
    },
  },
  cla_reviews: {
    tables: ['ssda903/reviews'],
    columns: { cla_id: 'REVIEW', review_date: 'REVIEW' },
  },
  missing_episodes: {
    tables: ['ssda903/missing'],
    columns: { episode_id: 'MIS_START', start_date: 'MIS_START', end_date: 'MIS_END', type: 'MISSING' },
  },
  care_leavers: {
    tables: ['ssda903/oc3'],
    columns: {
      in_touch: 'IN_TOUCH',
      accommodation: 'ACCOM',
      accommodation_suitable: 'ACCOM',
      activity: 'ACTIV',
    },
  },
  permanence: {
    tables: ['ssda903/placed_adoption', 'ssda903/ad1', 'ssda903/episodes'],
    columns: {
      entered_care_date: 'DECOM',
      adm_decision_date: 'DATE_PLACED',
      placement_order_date: 'LS',
      matched_date: 'DATE_MATCH',
      placed_for_adoption_date: 'PLACE',
      adoption_order_date: 'REC',
      decision_reversed_date: 'DATE_PLACED_CEASED',
      decision_reversed_reason: 'REASON_PLACED_CEASED',
      placed_ffa_date: 'PLACE',
      adopted_by_carer: 'FOSTER_CARE',
      placed_foster_carer_date: 'FOSTER_CARE',
    },
  },
}
