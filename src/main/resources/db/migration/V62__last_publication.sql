-- The date a post had among the published ones before it was hidden; null when it never was, or when
-- its writer has set another first date since. Publishing it again brings this date back.
alter table post add column last_published_at timestamptz;
