-- Whether the channel has proved that its domain belongs to it. Domains that were verified before this
-- was asked for go on working.
alter table channel add column domain_proven boolean not null default false;
update channel set domain_proven = true where domain_status = 1;
