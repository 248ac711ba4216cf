-- Whether a person has published anything decides whether their profile is public.
create index post_user on post (user_id) where published_at is not null;
