-- Links that log a person in once; the token is kept as its SHA-256.
create table login_link (
  token_hash bytea       primary key,
  user_id    bigint      not null references app_user on delete cascade,
  expires_at timestamptz not null
);
create index login_link_user on login_link (user_id);
create index login_link_expiry on login_link (expires_at);
