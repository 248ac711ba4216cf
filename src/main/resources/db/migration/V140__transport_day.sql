-- Emails that a transport with a daily number took or was asked to take on a day of UTC.
create table transport_day (
  transport text    not null,
  day       date    not null,
  mails     bigint  not null,
  primary key (transport, day)
);
