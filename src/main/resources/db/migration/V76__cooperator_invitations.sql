-- People who were asked to write for a channel and have not answered yet.
create table cooperator_invitation (
  channel_id bigint      not null references channel on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  invited_at timestamptz not null,
  primary key (channel_id, user_id)
);
create index cooperator_invitation_user on cooperator_invitation (user_id);
