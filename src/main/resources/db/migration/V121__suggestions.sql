-- Where a suggestion of the composer comes from, and who accepted it. The row outlives its task, of
-- which only the newest are kept.
create table suggestion (
  task_id     bigint      primary key,
  user_id     bigint      not null references app_user on delete cascade,
  type        text        not null,
  source_hash bytea       not null,
  prompt      text        not null,
  model       text,
  tokens      bigint      not null default 0,
  micros      bigint      not null default 0,
  created_at  timestamptz not null,
  accepted_by bigint,
  accepted_at timestamptz
);
create index suggestion_user on suggestion (user_id);
create index suggestion_unaccepted on suggestion (created_at) where accepted_at is null;
