-- The settings that stored pages depend on, so that processes cannot disagree about them.
create table site_setting (
  name text primary key,
  value text not null,
  updated_at timestamptz not null
);
