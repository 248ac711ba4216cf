-- Writers list what waits for approval, and spam; nearly all comments are neither.
create index comment_unapproved on comment (channel_id, id desc) where status <> 1;

-- How the number of subscribers changes over time.
create index subscription_consent_channel on subscription_consent (channel_id, created_at);
