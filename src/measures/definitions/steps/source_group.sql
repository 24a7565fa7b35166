-- Who makes contacts and referrals, in the groups in which the figures of England are published. A blank code and
-- "unknown" (10) are in none.
create temporary table source_group as
select *
from (values
    ('1A', 'Individuals'), ('1B', 'Individuals'), ('1C', 'Individuals'), ('1D', 'Individuals'),
    ('2A', 'Schools and education'), ('2B', 'Schools and education'),
    ('3A', 'Health'), ('3B', 'Health'), ('3C', 'Health'), ('3D', 'Health'), ('3E', 'Health'), ('3F', 'Health'),
    ('5A', 'Local authority'), ('5B', 'Local authority'), ('5C', 'Local authority'), ('5D', 'Local authority'),
    ('6', 'Police'),
    ('4', 'Other'), ('7', 'Other'), ('8', 'Other'), ('9', 'Other')
) as known (code, source_group);
