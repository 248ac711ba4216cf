-- What owners set of a channel besides its face: mail, its own domain, other services, its end.

alter table channel
  add column email_channel_enabled   boolean  not null default true,
  add column domain_status           smallint not null default 0,
  add column domain_check_expired_at timestamptz,
  add column domain_check_count      integer  not null default 0;

-- Where a channel's posts are pushed besides mail; secrets are sealed when a key is configured.
create table channel_push (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null unique references channel on delete cascade,
  settings   jsonb       not null default '{}',
  secrets    jsonb       not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- An owner asked to delete a channel; due_at is there once they confirmed by mail.
create table channel_deletion (
  channel_id       bigint primary key references channel on delete cascade,
  token_hash       bytea       not null unique,
  requested_at     timestamptz not null,
  token_expires_at timestamptz not null,
  due_at           timestamptz
);

-- Slugs of channels that were deleted: old links never lead to somebody else.
create table reserved_slug (
  slug       text primary key,
  deleted_at timestamptz not null
);

-- Exports under way or ready; the files lie below their folder in storage.
create table channel_export (
  id          bigint generated always as identity primary key,
  channel_id  bigint      not null,
  folder      text        not null unique,
  filename    text        not null,
  token_hash  bytea       unique,
  size        bigint      not null default 0,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index channel_export_expiry on channel_export (expires_at);
