-- What is known about a channel's connection with a service; its settings are in channel_push.
create table social_connection (
  channel_id bigint      not null references channel on delete cascade,
  service    text        not null,
  broken     boolean     not null default false,
  account    text        not null default '',
  message    text        not null default '',
  checked_at timestamptz not null,
  retry_at   timestamptz,
  primary key (channel_id, service)
);

-- What a delivery posted, so that it is never posted twice and can be edited or deleted later.
create table social_post (
  id         bigint generated always as identity primary key,
  task_id    bigint      not null,
  service    text        not null,
  channel_id bigint      not null references channel on delete cascade,
  post_id    bigint      not null references post on delete cascade,
  post_key   text        not null,
  remote_id  text        not null default '',
  place      text        not null default '',
  address    text        not null default '',
  state      text        not null,
  reply      text        not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (task_id, service)
);

create index social_post_of_post on social_post (post_id);
create index social_post_of_channel on social_post (channel_id);
