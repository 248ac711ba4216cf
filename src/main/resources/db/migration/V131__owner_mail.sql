-- Plans that end, and channels whose owners get a report every day.
create index subscription_expiry on subscription (paid_expiry) where type <> 'free';
create index channel_daily_report on channel (id)
  where (options ->> 'daily_report_enabled') = 'true';

-- A channel's figures at the time of a report, to compare the next one with.
create table channel_figures (
  mailing_id          bigint      primary key references mailing on delete cascade,
  posts               bigint      not null,
  premium_posts       bigint      not null,
  subscribers         bigint      not null,
  premium_subscribers bigint      not null,
  reads               bigint      not null,
  views               bigint      not null
);
