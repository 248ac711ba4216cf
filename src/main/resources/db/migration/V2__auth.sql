-- Applications that act for people, short-lived tokens, and what only the server knows.

-- Made once; signs what the server hands out and takes back later.
create table server_secret (
  name   text  primary key,
  secret bytea not null
);
insert into server_secret (name, secret)
values ('signing',
  uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- A client without a secret is a public one. A redirect_uri that begins with a slash is on the
-- site's own host. The salt makes a person's name for one application unlike that for any other.
create table oauth_app (
  id               bigint generated always as identity primary key,
  app_id           uuid        not null default gen_random_uuid() unique,
  user_id          bigint      references app_user on delete cascade,
  name             text        not null,
  display_name     text        not null,
  redirect_uri     text        not null,
  url              text        not null default '',
  avatar_image_url text        not null default '',
  status           smallint    not null default 0,
  trusted          boolean     not null default false,
  secret_hash      bytea,
  subject_salt     uuid        not null default gen_random_uuid(),
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);
create index oauth_app_user on oauth_app (user_id);

insert into oauth_app (app_id, name, display_name, redirect_uri) values
  ('e9139b6e-298a-43e4-91f0-fc97960e281a', 'quail-cli', 'Command line', '/oauth/code'),
  ('866c9dba-e267-47b8-ad48-2ca9105dd3cd', 'obsidian-quail', 'Obsidian',
    'http://localhost:63812/oauth/code');

-- One consent of a person. All tokens that follow from it end with it.
create table oauth_grant (
  id         bigint generated always as identity primary key,
  app_id     bigint      not null references oauth_app on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  scopes     text[]      not null,
  created_at timestamptz not null
);
create index oauth_grant_user on oauth_grant (user_id, app_id);
create index oauth_grant_app on oauth_grant (app_id);

-- grant_id is there once the code was used; a second use ends the grant.
create table oauth_code (
  code_hash             bytea       primary key,
  app_id                bigint      not null references oauth_app on delete cascade,
  user_id               bigint      not null references app_user on delete cascade,
  scopes                text[]      not null,
  redirect_uri          text        not null,
  code_challenge        text        not null,
  code_challenge_method text        not null,
  expires_at            timestamptz not null,
  grant_id              bigint      references oauth_grant on delete cascade
);
create index oauth_code_expiry on oauth_code (expires_at);
create index oauth_code_app on oauth_code (app_id);
create index oauth_code_user on oauth_code (user_id);
create index oauth_code_grant on oauth_code (grant_id);

-- A pair of tokens. A refresh token that comes again after its use ends the grant.
create table oauth_token (
  id                 bigint generated always as identity primary key,
  grant_id           bigint      not null references oauth_grant on delete cascade,
  access_hash        bytea       not null unique,
  access_expires_at  timestamptz not null,
  refresh_hash       bytea       not null unique,
  refresh_expires_at timestamptz not null,
  used_at            timestamptz
);
create index oauth_token_grant on oauth_token (grant_id);
create index oauth_token_expiry on oauth_token (refresh_expires_at);

-- A session that a key or an application handed on has their bounds, and ends with them.
alter table session
  add column api_key_id bigint references api_key on delete cascade,
  add column grant_id   bigint references oauth_grant on delete cascade;
create index session_api_key on session (api_key_id) where api_key_id is not null;
create index session_grant on session (grant_id) where grant_id is not null;

create table ephemeral_token (
  token_hash bytea       primary key,
  user_id    bigint      not null references app_user on delete cascade,
  origin     text        not null,
  api_key_id bigint      references api_key on delete cascade,
  grant_id   bigint      references oauth_grant on delete cascade,
  expires_at timestamptz not null
);
create index ephemeral_token_expiry on ephemeral_token (expires_at);
create index ephemeral_token_user on ephemeral_token (user_id);
create index ephemeral_token_api_key on ephemeral_token (api_key_id);
create index ephemeral_token_grant on ephemeral_token (grant_id);

-- Puzzles that were solved and handed in, until they would have expired anyway.
create table spent_puzzle (
  puzzle_hash bytea       primary key,
  expires_at  timestamptz not null
);
create index spent_puzzle_expiry on spent_puzzle (expires_at);
