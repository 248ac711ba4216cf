-- How likely a comment is spam, by rules or by a model. Moderators see it; nothing is deleted by it.
create table comment_spam (
  comment_id bigint      primary key references comment on delete cascade,
  score      real        not null,
  reason     text        not null,
  judge      text        not null,
  judged_at  timestamptz not null
);
