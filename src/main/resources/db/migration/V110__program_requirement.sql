-- What a program must know to work with this schema. A migration that takes something away from
-- older programs raises the number; usually that is the one that drops a column.
create table program_requirement (
  oldest_schema int not null
);
insert into program_requirement values (0);
create unique index program_requirement_single on program_requirement ((true));
