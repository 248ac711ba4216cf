-- A mailing to many addresses that do not exist waits until the operator resumes it: then it is not
-- paused again.
alter table mailing add column hold text not null default 'NONE';
create index mailing_paused on mailing (id) where hold = 'PAUSED';
