-- Subscribers with the evidence of their consent, comments, tweets and packs.

-- Counted by a trigger, so that it is right whatever adds or removes a subscription.
alter table channel add column subscribers bigint not null default 0;
update channel c
set subscribers = (select count(*) from subscription s where s.channel_id = c.id);

-- Addresses, and domains with all below them, that may not subscribe.
alter table channel add column email_deny_list text[] not null default '{}';

create function count_subscribers() returns trigger language plpgsql as $$
begin
  update channel c
  set subscribers = c.subscribers + d.difference
  from (
    select channel_id, case when tg_op = 'INSERT' then count(*) else -count(*) end as difference
    from changed group by channel_id) d
  where c.id = d.channel_id;
  return null;
end
$$;

create trigger subscription_added after insert on subscription
  referencing new table as changed for each statement execute function count_subscribers();
create trigger subscription_removed after delete on subscription
  referencing old table as changed for each statement execute function count_subscribers();

alter table subscription add column paid_expiry timestamptz;
create index subscription_newest on subscription (channel_id, id desc);
create index subscription_premium on subscription (channel_id, id desc) where type <> 'free';
-- Members are found by how their address begins.
create index app_user_email_start on app_user (email collate "C");

-- The page whose form was sent.
alter table subscription_request add column form text not null default '';

-- What somebody wished, when and by which way: the proof of consent. Nothing is changed in it, and
-- no network address is kept.
create table subscription_consent (
  id           bigint generated always as identity primary key,
  channel_id   bigint      not null references channel on delete cascade,
  user_id      bigint      not null references app_user on delete cascade,
  trace_id     uuid        not null,
  act          text        not null,
  method       text        not null,
  form         text        not null default '',
  requested_at timestamptz not null,
  created_at   timestamptz not null
);
create index subscription_consent_member on subscription_consent (channel_id, user_id, id);
create index subscription_consent_user on subscription_consent (user_id);
create index subscription_consent_trace on subscription_consent (trace_id);

-- Addresses that nobody but their owner may subscribe again.
create table suppression (
  channel_id bigint      not null references channel on delete cascade,
  email      text        not null,
  reason     text        not null,
  created_at timestamptz not null,
  primary key (channel_id, email)
);

create table comment (
  id               bigint generated always as identity primary key,
  post_id          bigint      not null references post on delete cascade,
  channel_id       bigint      not null references channel on delete cascade,
  author_id        bigint      not null references app_user on delete cascade,
  quote_comment_id bigint      references comment on delete set null,
  content          text        not null,
  status           smallint    not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null
);
create index comment_post on comment (post_id, id desc);
create index comment_channel on comment (channel_id, id desc);
create index comment_author on comment (author_id);
create index comment_quote on comment (quote_comment_id, id) where quote_comment_id is not null;

create table tweet (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null references channel on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  text       text        not null,
  tags       text[]      not null default '{}',
  -- The code point that each user chose, by the user's id.
  reactions  jsonb       not null default '{}',
  pinned     boolean     not null default false,
  premium    boolean     not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index tweet_channel on tweet (channel_id, id desc);
create index tweet_pinned on tweet (channel_id, id desc) where pinned;
create index tweet_user on tweet (user_id);

create table tweet_reply (
  id         bigint generated always as identity primary key,
  tweet_id   bigint      not null references tweet on delete cascade,
  channel_id bigint      not null references channel on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  reply_id   bigint      references tweet_reply on delete set null,
  text       text        not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index tweet_reply_tweet on tweet_reply (tweet_id, id desc);
create index tweet_reply_channel on tweet_reply (channel_id);
create index tweet_reply_user on tweet_reply (user_id);
create index tweet_reply_reply on tweet_reply (reply_id) where reply_id is not null;

create table pack (
  id              bigint generated always as identity primary key,
  uuid            uuid        not null default gen_random_uuid() unique,
  channel_id      bigint      not null references channel on delete cascade,
  title           text        not null,
  description     text        not null default '',
  cover_image_url text        not null default '',
  post_ids        bigint[]    not null default '{}',
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index pack_channel on pack (channel_id, id desc);
