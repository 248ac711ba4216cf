-- Vectors of published posts, where a model for them is configured, and the posts that are closest.
create table post_vector (
  post_id     bigint      primary key references post on delete cascade,
  channel_id  bigint      not null,
  model       text        not null,
  text_hash   bytea       not null,
  vector      bytea       not null,
  computed_at timestamptz not null
);
create index post_vector_channel on post_vector (channel_id, model, post_id);

create table post_related (
  post_id    bigint not null references post_vector on delete cascade,
  related_id bigint not null references post_vector on delete cascade,
  score      real   not null,
  primary key (post_id, related_id)
);
create index post_related_related on post_related (related_id);
