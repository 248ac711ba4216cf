-- The words of the titles and tags of published posts, one row each: the newest posts with a word
-- are found without going through all of them, however many these are.
create table post_topic (
  channel_id bigint not null,
  word       text   not null,
  post_id    bigint not null,
  primary key (channel_id, word, post_id)
);
insert into post_topic (channel_id, word, post_id)
select s.channel_id, t.word, s.post_id
from post_search s join post p on p.id = s.post_id,
  unnest(tsvector_to_array(s.topic)) as t(word)
where p.published_at is not null
on conflict do nothing;
