-- Renamed and merged tags; the pages of their old names redirect to the new ones.
create table tag_redirect (
  channel_id bigint not null references channel on delete cascade,
  old_tag    text   not null,
  tag        text   not null,
  primary key (channel_id, old_tag)
);
