-- Posts that say the same in other languages bear the same key.
create index post_translation on post ((options ->> 'translation_key'))
  where options ->> 'translation_key' is not null;
