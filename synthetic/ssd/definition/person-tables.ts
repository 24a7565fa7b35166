import { code, day, json, key, text, to, type SsdTables } from './field.ts'

/** Who people are, and where they live. */
export const PERSON_TABLES = {
  /** One row per person; the hub that other tables join. */
  person: {
    pers_person_id: key,
    pers_forename: text,
    pers_surname: text,
    pers_sex: code('sex'),
    pers_gender: code('gender'),
    pers_ethnicity: code('ethnicity'),
    pers_dob: day,
    pers_common_child_id: text,
    pers_legacy_id: text,
    pers_upn_unknown: code('upn_unknown'),
    pers_send_flag: code('yes_no'),
    pers_expected_dob: day,
    pers_death_date: day,
    pers_is_mother: code('yes_no'),
    pers_nationality: text,
  },
  /** Links people into families. */
  family: {
    fami_table_id: key,
    fami_family_id: text,
    fami_person_id: to('person.pers_person_id'),
  },
  /** Where a person has lived, one row per address spell. */
  address: {
    addr_table_id: key,
    addr_address_json: json('ROOM FLOOR FLAT BUILDING HOUSE STREET TOWN UPRN EASTING NORTHING'),
    addr_person_id: to('person.pers_person_id'),
    addr_address_type: text,
    addr_address_start_date: day,
    addr_address_end_date: day,
    addr_address_postcode: text,
  },
  /** Disabilities, one row per code. */
  disability: {
    disa_person_id: to('person.pers_person_id'),
    disa_table_id: key,
    disa_disability_code: code('disability'),
  },
  /** Immigration status spells, including UASC. */
  immigration_status: {
    immi_person_id: to('person.pers_person_id'),
    immi_immigration_status_id: key,
    immi_immigration_status: text,
    immi_immigration_status_start_date: day,
    immi_immigration_status_end_date: day,
  },
  /** Links a mother to her child. */
  mother: {
    moth_table_id: key,
    moth_person_id: to('person.pers_person_id'),
    moth_childs_person_id: to('person.pers_person_id'),
    moth_childs_dob: day,
  },
  /** Other identifiers of a person (UPN, NHS number, court case ...). */
  linked_identifiers: {
    link_table_id: key,
    link_person_id: to('person.pers_person_id'),
    link_identifier_type: text,
    link_identifier_value: text,
    link_valid_from_date: day,
    link_valid_to_date: day,
  },
} as const satisfies SsdTables
