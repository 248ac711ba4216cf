-- Notices for the operator, one row for each service that takes them. A row stays for a while after it was
-- taken, so that the next one about the same topic can wait.
create table notice (
  id          bigint generated always as identity primary key,
  transport   text        not null,
  level       text        not null check (level in ('INFO', 'ALERT')),
  topic       text        not null,
  subject     text        not null,
  text        text        not null,
  -- How many notices wait in this row; 0 = all were taken.
  occurrences integer     not null default 1,
  attempts    integer     not null default 0,
  failure     text        not null default '',
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  sent_at     timestamptz not null default '-infinity',
  unique (transport, level, topic)
);
create index notice_due on notice (transport, due_at);
create index notice_taken on notice (sent_at) where occurrences = 0;

-- What is wrong at the moment, so that each fault and its end are told once.
create table alert (
  topic     text        collate "C" primary key,
  subject   text        not null,
  raised_at timestamptz not null
);

-- What channels have reached, so that it is told once.
create table channel_milestone (
  id         bigint generated always as identity primary key,
  channel_id bigint  not null references channel on delete cascade,
  kind       text    not null check (kind in ('first post', 'subscribers')),
  value      bigint  not null,
  told       boolean not null default false,
  unique (channel_id, kind, value)
);
create index channel_milestone_untold on channel_milestone (id) where not told;

create function subscriber_step(subscribers bigint) returns integer language sql immutable as $$
  select width_bucket(subscribers,
    array[10, 50, 100, 500, 1000, 5000, 10000, 50000, 100000, 500000, 1000000]::bigint[])
$$;

create function note_milestone() returns trigger language plpgsql as $$
begin
  if old.published_posts = 0 and new.published_posts > 0 then
    insert into channel_milestone (channel_id, kind, value) values (new.id, 'first post', 1)
    on conflict do nothing;
  end if;
  if subscriber_step(new.subscribers) > subscriber_step(old.subscribers) then
    insert into channel_milestone (channel_id, kind, value)
    values (new.id, 'subscribers', (array[10, 50, 100, 500, 1000, 5000, 10000, 50000, 100000, 500000,
      1000000])[subscriber_step(new.subscribers)])
    on conflict do nothing;
  end if;
  return null;
end $$;

create trigger channel_milestone after update of subscribers, published_posts on channel
  for each row
  when (old.published_posts = 0 and new.published_posts > 0
    or subscriber_step(new.subscribers) > subscriber_step(old.subscribers))
  execute function note_milestone();

-- A channel whose only post is withdrawn and published again has no first post any more.
insert into channel_milestone (channel_id, kind, value, told)
  select id, 'first post', 1, true from channel where published_posts > 0;

create index scheduled_tasks_failing on scheduled_tasks (task_name) where consecutive_failures >= 5;
