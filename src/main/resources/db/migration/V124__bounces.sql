-- Why an address gets nothing, in the words of a server, and who wrote to it again nevertheless.
alter table suppression add column detail text not null default '';
-- Addresses that bounced or complained on one channel cannot be added to another.
create index suppression_email on suppression (email);
-- The list of a channel, and those addresses that begin with a text.
create index suppression_list on suppression (channel_id, email collate "C");
create index suppression_reason on suppression (channel_id, reason, email collate "C");

create table suppression_removal (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null references channel on delete cascade,
  email      text        not null,
  user_id    bigint      references app_user on delete set null,
  reason     text        not null,
  created_at timestamptz not null
);
create index suppression_removal_channel on suppression_removal (channel_id, id desc);
create index suppression_removal_user on suppression_removal (user_id);
