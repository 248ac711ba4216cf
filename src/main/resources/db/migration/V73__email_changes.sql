-- Changes of login addresses; the old address can take one back for some days.
create table email_change (
  id         bigint generated always as identity primary key,
  user_id    bigint      not null references app_user on delete cascade,
  old_email  text        not null,
  changed_at timestamptz not null
);
create index email_change_user on email_change (user_id);
create index email_change_time on email_change (changed_at);

-- When the person proved who they are; null = when the session was created. A session that came from
-- another one through an ephemeral token keeps that one's time.
alter table session add column logged_in_at timestamptz;
alter table ephemeral_token add column logged_in_at timestamptz;
