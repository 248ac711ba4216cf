-- A user's images, newest first.
create index attachment_user on attachment (user_id, id desc);
