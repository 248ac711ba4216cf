-- A composer task that a model does; what was translated before.
alter table composer_task add column trace_id uuid;

create table translated_block (
  channel_id     bigint      not null references channel on delete cascade,
  language       text        not null,
  source_hash    bytea       not null,
  text           text        not null,
  prompt_version text        not null,
  model          text        not null,
  created_at     timestamptz not null,
  primary key (channel_id, language, source_hash)
);
