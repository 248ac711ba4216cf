-- When a draft will be published; null = it is not scheduled.
alter table post add column scheduled_at timestamptz;
create index post_scheduled on post (scheduled_at, id) where scheduled_at is not null;

-- Since when a post is in the trash. Its slug is free for others then: the row bears a slug that no
-- post can have, and remembers its own.
alter table post add column trashed_at timestamptz;
alter table post add column trashed_slug text;
create index post_trashed on post (channel_id, trashed_at desc, id desc)
  where trashed_at is not null;

-- Lists of all posts skip the trash. A program from before this version shows trashed posts as
-- drafts.
create index post_saved on post (channel_id, updated_at desc, id desc) where trashed_at is null;
drop index post_updated;
create index post_unpublished on post (channel_id)
  where published_at is null and trashed_at is null;
drop index post_draft;
