-- Posts of a channel in other languages, in other channels of the same owner.

create table cross_post_target (
  channel_id bigint not null references channel on delete cascade,
  target_id  bigint not null references channel on delete cascade,
  language   text   not null,
  primary key (channel_id, target_id)
);
create index cross_post_target_target on cross_post_target (target_id);

-- status: 0 pending, 1 working, 2 done, 3 failed, 4 duplicated: the target has another post that is
-- the translation. translated_id is null until somebody has accepted a result.
create table cross_post (
  id            bigint      generated always as identity primary key,
  post_id       bigint      not null references post on delete cascade,
  target_id     bigint      not null references channel on delete cascade,
  language      text        not null,
  status        smallint    not null,
  -- Counts how often it was begun; an older run changes nothing any more.
  run           integer     not null default 1,
  done          integer     not null default 0,
  blocks        integer     not null default 0,
  error         text,
  translated_id bigint      references post on delete set null,
  accepted_id   bigint,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  unique (post_id, target_id)
);
create index cross_post_target_channel on cross_post (target_id);
create index cross_post_translated on cross_post (translated_id) where translated_id is not null;

-- What a model made of a post. source_hash is that of the whole post, block_hashes are those of its
-- title, its summary and its blocks, in order.
create table cross_post_result (
  id             bigint      generated always as identity primary key,
  cross_post_id  bigint      not null references cross_post on delete cascade,
  source_hash    bytea       not null,
  block_hashes   text[]      not null,
  title          text        not null,
  summary        text        not null,
  content        text        not null,
  blocks         integer     not null,
  reused         integer     not null,
  left_over      text[]      not null,
  prompt_version text        not null,
  models         text        not null,
  tokens         bigint      not null,
  micros         bigint      not null,
  created_at     timestamptz not null,
  accepted_by    bigint      references app_user on delete set null,
  accepted_at    timestamptz
);
create index cross_post_result_cross_post on cross_post_result (cross_post_id, id);
create index cross_post_result_accepted_by on cross_post_result (accepted_by)
  where accepted_by is not null;
