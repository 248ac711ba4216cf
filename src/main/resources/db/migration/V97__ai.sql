-- Keys of other services that give tasks to the scheduler. A cap of 0 means no cap.
create table ai_key (
  id             bigint      generated always as identity primary key,
  name           text        not null,
  key_hash       bytea       not null unique,
  masked         text        not null,
  calls_a_minute integer     not null,
  tokens_a_day   bigint      not null,
  tokens_a_month bigint      not null,
  micros_a_day   bigint      not null,
  micros_a_month bigint      not null,
  created_at     timestamptz not null
);

-- status: 1 pending, 2 running, 3 completed, 4 failed, 5 cancelled
create table ai_task (
  id              bigint      generated always as identity primary key,
  trace_id        uuid        not null unique,
  caller          text        not null,
  channel_id      bigint,
  kind            text        not null,
  priority        smallint    not null,
  model_class     text        not null,
  request         jsonb       not null,
  request_hash    bytea       not null,
  idempotency_key text,
  input_tokens    integer     not null,
  output_tokens   integer     not null,
  status          smallint    not null default 1,
  attempts        integer     not null default 0,
  step            integer     not null default 0,
  progress        jsonb       not null default '{}',
  proxy           text,
  partial         text,
  result          jsonb,
  error_code      integer,
  error_message   text,
  due_at          timestamptz not null,
  deadline        timestamptz not null,
  lease_until     timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index ai_task_pending on ai_task (caller, priority, id) where status = 1;
create index ai_task_pending_deadline on ai_task (deadline) where status = 1;
create index ai_task_running on ai_task (lease_until) where status = 2;
create index ai_task_answer on ai_task (request_hash, id) where status = 3;
create index ai_task_ended on ai_task (updated_at) where status > 2;
create unique index ai_task_idempotency on ai_task (caller, idempotency_key)
  where status < 4 and idempotency_key is not null;

-- One row for each call of a proxy. The reservation counts towards the budgets until it is settled.
create table ai_attempt (
  task_id         bigint      not null references ai_task on delete cascade,
  number          integer     not null,
  kind            text        not null,
  channel_id      bigint,
  proxy           text        not null,
  model           text        not null,
  outcome         text        not null,
  message         text,
  reserved_tokens integer     not null,
  reserved_micros bigint      not null,
  input_tokens    integer     not null default 0,
  cached_tokens   integer     not null default 0,
  output_tokens   integer     not null default 0,
  micros          bigint      not null default 0,
  estimated       boolean     not null default false,
  started_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (task_id, number)
);
create index ai_attempt_running on ai_attempt (proxy) where outcome = 'RUNNING';
create index ai_attempt_started on ai_attempt (started_at);

-- What was used and is reserved: scope is site, key:ID or channel:ID, period a day or a month in UTC.
create table ai_budget (
  scope  text   not null,
  period text   not null,
  tokens bigint not null,
  micros bigint not null,
  primary key (scope, period)
);

create table ai_proxy (
  name       text        primary key,
  cool_until timestamptz,
  rate_hits  integer     not null default 0,
  reason     text,
  updated_at timestamptz not null
);
