-- What calls that are no tasks have reserved of a budget. The rows of a process that died expire, and
-- what they reserved is given back.
create table ai_reservation (
  id          bigint      generated always as identity primary key,
  caller      text        not null,
  channel_id  bigint,
  tokens      bigint      not null,
  micros      bigint      not null,
  reserved_at timestamptz not null,
  expires_at  timestamptz not null
);
create index ai_reservation_expires on ai_reservation (expires_at);

-- When a scheduler was last seen: one row.
create table ai_scheduler (
  id      boolean     primary key default true check (id),
  seen_at timestamptz not null
);
