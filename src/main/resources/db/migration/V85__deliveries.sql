-- Sendings of posts: one task, one row for each recipient and one for each other service.

create table delivery_task (
  id           bigint generated always as identity primary key,
  uuid         uuid        not null default gen_random_uuid() unique,
  user_id      bigint      not null references app_user,
  channel_id   bigint      not null references channel on delete cascade,
  post_id      bigint      not null references post on delete cascade,
  state        text        not null,
  -- Why it waits or what it reports: a code of DeliveryNotice and the server's own words.
  notice       text        not null default 'NONE',
  detail       text        not null default '',
  targets      text[]      not null,
  scheduled_at timestamptz,
  started_at   timestamptz,
  finished_at  timestamptz,
  -- The last subscription that got a row; later ones follow while the task runs.
  last_subscription_id bigint not null default 0,
  -- Whether everybody has a row who was subscribed when the first round ended.
  complete     boolean     not null default false,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index delivery_task_channel on delivery_task (channel_id, id desc);
create index delivery_task_post on delivery_task (post_id, id desc);
create index delivery_task_user on delivery_task (user_id);
create index delivery_task_sending on delivery_task (id) where state = 'SENDING';
create index delivery_task_scheduled on delivery_task (scheduled_at) where state = 'SCHEDULED';
create index delivery_task_finished on delivery_task (finished_at) where finished_at is not null;

-- One row for each person, whatever happens to the subscription meanwhile: nobody gets a task twice.
create table delivery_recipient (
  task_id     bigint      not null references delivery_task on delete cascade,
  user_id     bigint      not null references app_user on delete cascade,
  state       text        not null default 'QUEUED',
  -- The worker that claimed the row; empty = nobody.
  worker      text        not null default '',
  attempts    integer     not null default 0,
  due_at      timestamptz not null,
  fault       text        not null default 'NONE',
  reply       text        not null default '',
  transport   text        not null default '',
  -- The version of the post that the mail showed.
  post_version timestamptz,
  updated_at  timestamptz not null,
  primary key (task_id, user_id)
);
create index delivery_recipient_user on delivery_recipient (user_id);
create index delivery_recipient_due on delivery_recipient (task_id, due_at, user_id)
  where state = 'QUEUED' and worker = '';
create index delivery_recipient_claimed on delivery_recipient (worker)
  where worker <> '' and state in ('QUEUED', 'SUBMITTING');
create index delivery_recipient_state on delivery_recipient (task_id, state, fault);

create table delivery_target (
  task_id    bigint      not null references delivery_task on delete cascade,
  service    text        not null,
  state      text        not null default 'QUEUED',
  worker     text        not null default '',
  attempts   integer     not null default 0,
  due_at     timestamptz not null,
  reply      text        not null default '',
  address    text        not null default '',
  updated_at timestamptz not null,
  primary key (task_id, service)
);
create index delivery_target_due on delivery_target (due_at) where state = 'QUEUED';
create index delivery_target_submitting on delivery_target (worker) where state = 'SUBMITTING';

-- Processes that hand over messages. What a process held that is not alive any more is uncertain.
create table delivery_worker (
  id          text        primary key,
  alive_until timestamptz not null
);
