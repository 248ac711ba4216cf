-- A channel's posts without a paid part, newest first; post_premium has the others. Whoever pages far
-- passes over posts in the index instead of reading them.
create index post_free on post (channel_id, published_at desc, id desc)
  where published_at is not null and paid_content = '';
