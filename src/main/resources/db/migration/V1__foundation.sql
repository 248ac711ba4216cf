-- People, channels, posts and the record of what was rendered from them.

create table app_user (
  id               bigint generated always as identity primary key,
  uuid             uuid        not null default gen_random_uuid() unique,
  email            text        not null unique,
  name             text        not null default '',
  bio              text        not null default '',
  tagline          text        not null default '',
  avatar_image_url text        not null default '',
  status           smallint    not null default 0,
  social_ids       jsonb       not null default '[]',
  options          jsonb       not null default '{}',
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now()
);

-- Tokens are kept as SHA-256 only.
create table session (
  id           bigint generated always as identity primary key,
  user_id      bigint      not null references app_user on delete cascade,
  token_hash   bytea       not null unique,
  user_agent   text        not null default '',
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null
);
create index session_owner on session (user_id);

create table login_code (
  id         bigint generated always as identity primary key,
  email      text        not null,
  scene      text        not null,
  code_hash  bytea       not null,
  attempts   integer     not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index login_code_email on login_code (email, scene, created_at desc);

create table api_key (
  id         bigint generated always as identity primary key,
  user_id    bigint      not null references app_user on delete cascade,
  name       text        not null,
  key_hash   bytea       not null unique,
  masked     text        not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index api_key_user on api_key (user_id);

create table channel (
  id                    bigint generated always as identity primary key,
  slug                  text        not null unique,
  title                 text        not null,
  tagline               text        not null default '',
  description           text        not null default '',
  avatar_image_url      text        not null default '',
  favicon_image_url     text        not null default '',
  user_id               bigint      not null references app_user,
  options               jsonb       not null default '{}',
  text_templates        jsonb       not null default '{}',
  widget_custom_styles  text        not null default '',
  custom_domain_enabled boolean     not null default false,
  domain                text        not null default '',
  canonical_base        text        not null default '',
  published_posts       bigint      not null default 0,
  created_at            timestamptz not null,
  updated_at            timestamptz not null
);
create index channel_user on channel (user_id);
create unique index channel_domain on channel (domain) where domain <> '';

create table channel_cooperator (
  channel_id bigint not null references channel on delete cascade,
  user_id    bigint not null references app_user on delete cascade,
  primary key (channel_id, user_id)
);
create index channel_cooperator_user on channel_cooperator (user_id);

-- A slug that a channel once had belongs to it for ever.
create table channel_redirect (
  old_slug   text   primary key,
  channel_id bigint not null references channel on delete cascade
);
create index channel_redirect_channel on channel_redirect (channel_id);

create table post (
  id                 bigint generated always as identity primary key,
  channel_id         bigint      not null references channel on delete cascade,
  user_id            bigint      not null references app_user,
  slug               text        not null,
  title              text        not null default '',
  summary            text        not null default '',
  excerpt            text        not null default '',
  content            text        not null default '',
  paid_content       text        not null default '',
  cover_image_url    text        not null default '',
  tags               text[]      not null default '{}',
  theme              text        not null default '',
  lang               text        not null default '',
  options            jsonb       not null default '{}',
  published_at       timestamptz,
  first_published_at timestamptz,
  modified_at        timestamptz,
  list_page          integer     not null default 0,
  pinned             integer     not null default 0,
  reading_seconds    integer     not null default 0,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  unique (channel_id, slug)
);
create index post_published on post (channel_id, published_at desc, id desc)
  where published_at is not null;
create index post_list_page on post (channel_id, list_page, published_at desc, id desc)
  where published_at is not null;
create index post_pinned on post (channel_id, pinned) where pinned > 0;
create index post_updated on post (channel_id, updated_at desc, id desc);
create index post_import_source on post (channel_id, (options #>> '{import,source}'))
  where options #>> '{import,source}' is not null;
-- Posts that say the same in other languages bear the same key.
create index post_translation on post ((options ->> 'translation_key'))
  where options ->> 'translation_key' is not null;

-- Published posts by tag; kept beside post.tags so that a tag page never reads the whole channel.
create table post_tag (
  channel_id   bigint      not null references channel on delete cascade,
  tag          text        not null,
  post_id      bigint      not null references post on delete cascade,
  published_at timestamptz not null,
  primary key (channel_id, tag, post_id)
);
create index post_tag_newest on post_tag (channel_id, tag, published_at desc, post_id desc);
create index post_tag_post on post_tag (post_id);

create table channel_tag (
  channel_id bigint not null references channel on delete cascade,
  tag        text   not null,
  posts      bigint not null,
  primary key (channel_id, tag)
);

create table post_redirect (
  channel_id bigint not null references channel on delete cascade,
  old_slug   text   not null,
  post_id    bigint not null references post on delete cascade,
  primary key (channel_id, old_slug)
);
create index post_redirect_post on post_redirect (post_id);

create table post_revision (
  id              bigint generated always as identity primary key,
  post_id         bigint      not null references post on delete cascade,
  user_id         bigint      not null references app_user,
  title           text        not null,
  summary         text        not null,
  content         text        not null,
  paid_content    text        not null,
  cover_image_url text        not null,
  tags            text[]      not null,
  created_at      timestamptz not null
);
create index post_revision_post on post_revision (post_id, id desc);

create table preview_token (
  token_hash bytea       primary key,
  post_id    bigint      not null references post on delete cascade,
  expires_at timestamptz not null
);
create index preview_token_post on preview_token (post_id);

create table attachment (
  id                 bigint generated always as identity primary key,
  user_id            bigint      not null references app_user,
  hash_id            text        not null unique,
  size               bigint      not null,
  width              integer     not null,
  height             integer     not null,
  variant_widths     integer[]   not null default '{}',
  mime_type          text        not null,
  pathname           text        not null,
  filename           text        not null,
  original_mime_type text        not null,
  checksum           text        not null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null
);
create unique index attachment_checksum on attachment (user_id, checksum);
create unique index attachment_pathname on attachment (pathname);

create table subscription (
  id            bigint generated always as identity primary key,
  user_id       bigint      not null references app_user on delete cascade,
  channel_id    bigint      not null references channel on delete cascade,
  type          text        not null default 'free',
  email_enabled boolean     not null default true,
  trace_id      uuid        not null default gen_random_uuid() unique,
  confirmed_at  timestamptz not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  unique (channel_id, user_id)
);
create index subscription_user on subscription (user_id);

-- Somebody asked to subscribe and has not confirmed yet.
create table subscription_request (
  token_hash bytea       primary key,
  channel_id bigint      not null references channel on delete cascade,
  email      text        not null,
  language   text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index subscription_request_expiry on subscription_request (expires_at);

-- The manifest: every page that lies in storage, the hash of its bytes and what it was made from.
create table page_manifest (
  -- In the order of its bytes, whatever order of words the database has: the pages below a folder
  -- then follow each other.
  key        text        collate "C" primary key,
  channel_id bigint,
  post_id    bigint,
  kind       text        not null,
  hash       text        not null default '',
  made_from  text        not null default '',
  updated_at timestamptz not null
);
create index page_manifest_channel on page_manifest (channel_id, kind);
create index page_manifest_post on page_manifest (post_id);

-- Which pages show something of a post; a change of the post rewrites exactly these. A card or a link
-- shows something of a channel too, whose id stands there with a minus before it.
create table page_source (
  post_id  bigint not null,
  page_key text   collate "C" not null references page_manifest on delete cascade,
  primary key (post_id, page_key)
);
create index page_source_page on page_source (page_key);

-- What changed and is not rendered yet; written in the transaction of the change. A worker claims it
-- for a while and deletes it when every page follows.
create table page_change (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null,
  post_id    bigint      not null,
  slugs      text[]      not null,
  tags       text[]      not null,
  list_pages integer[]   not null,
  created_at timestamptz not null,
  claimed_until timestamptz not null default '-infinity'
);
create index page_change_channel on page_change (channel_id, id);

-- A long act and how far it is.
create table progress (
  id         bigint generated always as identity primary key,
  kind       text        not null,
  subject    text        not null,
  done       bigint      not null default 0,
  total      bigint      not null default 0,
  cursor     bigint      not null default 0,
  state      text        not null default 'running',
  message    text        not null default '',
  started_at timestamptz not null,
  updated_at timestamptz not null
);
create index progress_kind on progress (kind, subject, id desc);

-- db-scheduler's one table, as its documentation asks for.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
