-- The primary need codes of the census, as a reader reads them.
create temporary table need_word as
select *
from (
    values ('N1', 'abuse or neglect'), ('N2', 'the child’s disability'), ('N3', 'a parent’s illness or disability'),
        ('N4', 'family in acute stress'), ('N5', 'family dysfunction'), ('N6', 'socially unacceptable behaviour'),
        ('N7', 'low income'), ('N8', 'absent parenting'), ('N9', 'other than a child in need')
) as words (code, said);
