-- Hourly deletions of what has expired.
create index login_code_expiry on login_code (expires_at);
create index session_expiry on session (expires_at);
create index preview_token_expiry on preview_token (expires_at);

-- The newest reactions of a post; there may be very many.
create index post_reaction_newest on post_reaction (post_id, created_at, user_id);
