-- When an application last used what a person granted it; null = not since this was noted.
alter table oauth_grant add column last_access_at timestamptz;
