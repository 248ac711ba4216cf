-- A comment that others answered stays in its place without its text when it is deleted.
alter table comment add column deleted_at timestamptz;

-- A link that was used says so until it expires: mail programs and people open it twice.
alter table subscription_request add column confirmed_at timestamptz;

-- Katakana is now entered as hiragana, so that either finds the other.
insert into search_change (channel_id, post_id)
select channel_id, id from post where title || summary || tags::text || content ~ '[\u30a1-\u30f6]';
