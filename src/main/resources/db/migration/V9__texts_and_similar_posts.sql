-- PostgreSQL's own compression takes longer for a text of 10 KB than all else that saving it takes.
-- LZ4 takes a tenth; a server built without it keeps texts as they are, in their own pages as before.
do $$
begin
  alter table post
    alter column content set compression lz4,
    alter column paid_content set compression lz4;
  alter table post_revision
    alter column content set compression lz4,
    alter column paid_content set compression lz4;
exception when feature_not_supported then
  alter table post
    alter column content set storage external,
    alter column paid_content set storage external;
  alter table post_revision
    alter column content set storage external,
    alter column paid_content set storage external;
end $$;

-- Apart from the words: every change of a row there enters all of its words into the index again.
create table post_similar (
  post_id  bigint   primary key,
  post_ids bigint[] not null
);
insert into post_similar (post_id, post_ids)
select post_id, similar_ids from post_search where similar_ids <> '{}';
alter table post_search drop column similar_ids;

-- What waits to be entered into the index is gone through by every search, which each post that is
-- indexed does itself.
alter index post_search_words set (gin_pending_list_limit = 128);
