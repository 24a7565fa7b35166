-- Legal statuses of looked-after children, as a reader reads them.
create temporary table legal_word as
select *
from (
    values ('C1', 'interim care order'), ('C2', 'full care order'), ('D1', 'freeing order'), ('E1', 'placement order'),
        ('V2', 'section 20'), ('V3', 'short breaks'), ('V4', 'short breaks'),
        ('L1', 'police protection'), ('L2', 'emergency protection order'), ('L3', 'child assessment order'),
        ('J1', 'remand'), ('J2', 'arrested and accommodated'), ('J3', 'youth rehabilitation order')
) as words (legal_status, said);
