-- Who a post names as its authors, in order; empty = the user who created it.
alter table post add column display_users bigint[] not null default '{}';
