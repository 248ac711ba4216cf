-- Indexes of lists that would otherwise read a table from end to end, and looks at domains.

-- A channel's drafts: with the published ones, which are counted already, they are all its posts.
create index post_draft on post (channel_id) where published_at is null;

-- Channels' own domains are looked at again and again; null = not by itself any more.
alter table channel
  add column domain_next_check_at timestamptz,
  add column domain_failures      integer not null default 0,
  add column domain_failed_at     timestamptz;
update channel set domain_next_check_at = now() + random() * interval '1 day'
where domain <> '' and (domain_status = 1 or domain_check_expired_at > now());
create index channel_domain_check on channel (domain_next_check_at)
  where domain_next_check_at is not null;
