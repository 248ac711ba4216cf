-- A card or a link shows something of a channel too: its title, picture or address.
comment on column page_source.post_id is 'A post; or a channel, as its id with a minus before it.';
