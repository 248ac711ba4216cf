-- What is counted, searched and chosen by numbers. Nothing here refers to posts and channels by a
-- foreign key: counting and indexing must never make somebody who publishes wait, nor fail because
-- a post went away meanwhile. What is left over is removed by the indexer and by channel_forgotten.

create extension if not exists pg_trgm;

-- A post's place in time as PostgreSQL can keep it in a generated column: seconds of the epoch
-- depend on no time zone, which is all that "stable" would guard against.
create function epoch_seconds(moment timestamptz) returns double precision
  language sql immutable strict parallel safe
  return extract(epoch from moment)::double precision;

-- docs/api.md says what the score means.
create table post_metric (
  post_id      bigint primary key,
  channel_id   bigint  not null,
  published_at timestamptz,
  page_views   bigint  not null default 0,
  page_reads   bigint  not null default 0,
  email_views  bigint  not null default 0,
  reactions    bigint  not null default 0,
  score        double precision not null generated always as (
    case when published_at is null then 0 else
      log(greatest(1, page_views + 4 * page_reads + 10 * reactions + email_views / 4.0)::double precision)
      + (epoch_seconds(published_at) - 1767225600) / 259200
    end) stored
);
create index post_metric_channel on post_metric (channel_id, score desc, post_id desc)
  where published_at is not null;
create index post_metric_score on post_metric (score desc, post_id desc)
  where published_at is not null;

-- What was read was read: deleting a post does not lessen its channel's sums.
create table channel_metric (
  channel_id  bigint primary key,
  page_views  bigint not null default 0,
  page_reads  bigint not null default 0,
  email_views bigint not null default 0
);

-- Days are those of UTC.
create table post_daily (
  post_id     bigint not null,
  day         date   not null,
  channel_id  bigint not null,
  page_views  bigint not null default 0,
  page_reads  bigint not null default 0,
  email_views bigint not null default 0,
  primary key (post_id, day)
);
create index post_daily_channel on post_daily (channel_id, day);

create table source_daily (
  channel_id bigint not null,
  day        date   not null,
  post_id    bigint not null,
  source     text   not null,
  medium     text   not null,
  campaign   text   not null,
  page_views bigint not null default 0,
  page_reads bigint not null default 0,
  primary key (channel_id, day, post_id, source, medium, campaign)
);

create table bot_daily (
  channel_id bigint not null,
  day        date   not null,
  post_id    bigint not null,
  reason     text   not null,
  requests   bigint not null default 0,
  primary key (channel_id, day, post_id, reason)
);

create table post_reaction (
  post_id    bigint      not null references post on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  codepoint  integer     not null,
  created_at timestamptz not null,
  primary key (post_id, user_id)
);
create index post_reaction_user on post_reaction (user_id);

-- The words of posts and channels, as SearchWords makes them. A lexeme #<channel id> is among them,
-- so that a search within a channel is one look into the index.
create table post_search (
  post_id    bigint   primary key,
  channel_id bigint   not null,
  title      text     not null,
  -- Of title and tags alone, short enough to rank hundreds by.
  topic      tsvector not null,
  words      tsvector not null,
  similar_ids bigint[] not null default '{}'
);
create index post_search_words on post_search using gin (words);
create index post_search_title on post_search using gin (title gin_trgm_ops);

create table channel_search (
  channel_id bigint   primary key,
  title      text     not null,
  words      tsvector not null
);
create index channel_search_words on channel_search using gin (words);
create index channel_search_title on channel_search using gin (title gin_trgm_ops);

-- What the indexer has still to look at; post_id 0 = the channel itself. Rows are only ever added
-- and removed, so that nobody who writes a post waits for the indexer or the other way round.
create table search_change (
  id         bigint generated always as identity primary key,
  channel_id bigint not null,
  post_id    bigint not null
);

create function post_to_index() returns trigger language plpgsql as $$
begin
  insert into search_change (channel_id, post_id)
  values (coalesce(new.channel_id, old.channel_id), coalesce(new.id, old.id));
  return null;
end $$;

create trigger post_written after insert or delete on post
  for each row execute function post_to_index();
create trigger post_rewritten after update on post
  for each row when (
    old.published_at is distinct from new.published_at or old.title <> new.title
    or old.summary <> new.summary or old.content <> new.content or old.tags <> new.tags)
  execute function post_to_index();

create function channel_to_index() returns trigger language plpgsql as $$
begin
  insert into search_change (channel_id, post_id) values (new.id, 0);
  return null;
end $$;

create trigger channel_written after insert on channel
  for each row execute function channel_to_index();
create trigger channel_rewritten after update on channel
  for each row when (
    old.title <> new.title or old.slug <> new.slug or old.tagline <> new.tagline
    or old.description <> new.description)
  execute function channel_to_index();

create function channel_forgotten() returns trigger language plpgsql as $$
begin
  delete from channel_metric where channel_id = old.id;
  delete from post_daily where channel_id = old.id;
  delete from source_daily where channel_id = old.id;
  delete from bot_daily where channel_id = old.id;
  delete from channel_search where channel_id = old.id;
  return null;
end $$;

create trigger channel_deleted after delete on channel
  for each row execute function channel_forgotten();

insert into search_change (channel_id, post_id) select id, 0 from channel;
insert into search_change (channel_id, post_id) select channel_id, id from post order by id;

create index post_premium on post (channel_id, published_at desc, id desc)
  where published_at is not null and paid_content <> '';

create table credit_account (
  user_id    bigint primary key references app_user on delete cascade,
  id         bigint         not null generated always as identity unique,
  balance    numeric(20, 8) not null default 0 check (balance >= 0),
  status     smallint       not null default 1,
  created_at timestamptz    not null,
  updated_at timestamptz    not null
);

-- Every change of a balance; the sum of a user's amounts is the balance.
create table credit_ledger (
  id            bigint generated always as identity primary key,
  user_id       bigint         not null references app_user on delete cascade,
  order_id      bigint         not null default 0,
  action        text           not null,
  amount        numeric(20, 8) not null,
  balance_after numeric(20, 8) not null,
  currency      text           not null default '',
  source_type   text           not null default '',
  source_id     text           not null default '',
  meta          jsonb          not null default '{}',
  created_at    timestamptz    not null
);
create index credit_ledger_user on credit_ledger (user_id, id desc);
-- The same thing is charged once, however often it is asked.
create unique index credit_ledger_source on credit_ledger (user_id, action, source_type, source_id)
  where source_id <> '';

create table referral_code (
  user_id    bigint      primary key references app_user on delete cascade,
  code       text        not null unique,
  created_at timestamptz not null
);

create table composer_task (
  id         bigint      generated always as identity primary key,
  user_id    bigint      not null references app_user on delete cascade,
  type       text        not null,
  status     smallint    not null,
  result     jsonb       not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index composer_task_user on composer_task (user_id, id desc);
