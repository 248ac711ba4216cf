-- Addresses that a channel's owner wants to be told at.
create table webhook (
  id          bigint generated always as identity primary key,
  channel_id  bigint      not null references channel on delete cascade,
  url         text        not null,
  secret      text        not null,
  events      text[]      not null,
  active      boolean     not null default true,
  message     text        not null default '',
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);

create index webhook_of_channel on webhook (channel_id);

-- What happened, written in the transaction in which it happened.
create table webhook_event (
  id         uuid        primary key,
  channel_id bigint      not null references channel on delete cascade,
  type       text        not null,
  body       text        not null,
  created_at timestamptz not null
);

create index webhook_event_by_age on webhook_event (created_at);
create index webhook_event_of_channel on webhook_event (channel_id);

-- One event for one address. next_at is null once it arrived or was given up.
create table webhook_delivery (
  id            bigint generated always as identity primary key,
  webhook_id    bigint      not null references webhook on delete cascade,
  event_id      uuid        not null references webhook_event on delete cascade,
  attempts      integer     not null default 0,
  delivered_at  timestamptz,
  next_at       timestamptz,
  claimed_until timestamptz,
  status        integer     not null default 0,
  reply         text        not null default '',
  attempted_at  timestamptz,
  created_at    timestamptz not null,
  unique (webhook_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (next_at, webhook_id) where next_at is not null;
create index webhook_delivery_of_webhook_due on webhook_delivery (webhook_id, next_at) where next_at is not null;
create index webhook_delivery_of_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_of_event on webhook_delivery (event_id);
