-- What readers reported to the operator. A report leaves the queue when the operator closes it.
create table abuse_report (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null references channel on delete cascade,
  post_id    bigint      references post on delete set null,
  reason     text        not null,
  text       text        not null,
  -- Where the operator can answer; empty when the reporter left none.
  email      text        not null,
  created_at timestamptz not null,
  closed_at  timestamptz,
  -- What the operator did about it.
  note       text        not null default ''
);
create index abuse_report_open on abuse_report (id) where closed_at is null;
create index abuse_report_channel on abuse_report (channel_id, id) where closed_at is null;
create index abuse_report_post on abuse_report (post_id) where post_id is not null;
