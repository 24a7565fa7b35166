-- The categories of abuse, as a reader reads them.
create temporary table abuse_word as
select *
from (
    values ('NEG', 'neglect'), ('PHY', 'physical abuse'), ('SAB', 'sexual abuse'), ('EMO', 'emotional abuse'),
        ('MUL', 'more than one kind, or not recommended')
) as words (category, said);
