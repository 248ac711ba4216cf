-- How long the tokens of an application are valid, in seconds. The built-in clients refresh their
-- tokens at start only, and were written for 30 days.
alter table oauth_app
  add column access_validity  integer not null default 3600,
  add column refresh_validity integer not null default 7776000;
update oauth_app set access_validity = 2592000, refresh_validity = 31536000 where user_id is null;
