-- How a reader wants a channel's emails.
alter table subscription
  add column cadence      text   not null default 'INSTANT',
  add column paused_until timestamptz,
  -- Only posts with one of these tags; empty = all posts.
  add column tags         text[] not null default '{}';
create index subscription_digest on subscription (channel_id, cadence) where cadence <> 'INSTANT';
create index subscription_paused on subscription (channel_id, paused_until)
  where paused_until is not null;
create index subscription_confirmed on subscription (channel_id, confirmed_at);

-- Emails to single readers that are not a delivery of a post: digests, greetings, corrections.
create table mailing (
  id         bigint generated always as identity primary key,
  channel_id bigint      not null references channel on delete cascade,
  kind       text        not null,
  -- Tells mailings of a kind apart: a digest's time, the email of a sequence.
  name       text        not null,
  -- The post that it is about, or the email of a sequence; 0 = none.
  post_id    bigint      not null default 0,
  note       text        not null default '',
  created_at timestamptz not null,
  unique (channel_id, kind, name)
);
create index mailing_created on mailing (created_at);
create index mailing_post on mailing (post_id, id) where post_id <> 0;

-- One row for each person, whatever happens to the subscription: nobody gets a mailing twice.
create table mailing_recipient (
  mailing_id bigint      not null references mailing on delete cascade,
  user_id    bigint      not null references app_user on delete cascade,
  state      text        not null default 'QUEUED',
  worker     text        not null default '',
  attempts   integer     not null default 0,
  due_at     timestamptz not null,
  fault      text        not null default 'NONE',
  reply      text        not null default '',
  transport  text        not null default '',
  -- Whom an email to the owner is about; 0 = nobody.
  subject_id bigint      not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (mailing_id, user_id)
);
create index mailing_recipient_user on mailing_recipient (user_id);
create index mailing_recipient_due on mailing_recipient (due_at, mailing_id, user_id)
  where state = 'QUEUED' and worker = '';
create index mailing_recipient_claimed on mailing_recipient (worker)
  where worker <> '' and state in ('QUEUED', 'SUBMITTING');
create index mailing_recipient_state on mailing_recipient (mailing_id, state);

-- Posts that a delivery left for a reader's next digest, and the digest that took them.
alter table delivery_recipient add column digest_id bigint;
create index delivery_recipient_for_digest on delivery_recipient (task_id)
  where fault = 'DIGEST' and digest_id is null;
create index delivery_recipient_digest on delivery_recipient (digest_id, user_id)
  where digest_id is not null;

-- The emails that a channel's new readers get one after another.
create table sequence_mail (
  id            bigint generated always as identity primary key,
  channel_id    bigint      not null references channel on delete cascade,
  days          integer     not null,
  title         text        not null,
  content       text        not null,
  -- Readers who confirmed up to then have it or are too old for it.
  covered_until timestamptz not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);
create index sequence_mail_channel on sequence_mail (channel_id, days, id);
