-- What a channel knows of a subscriber. Until subscribers confirm themselves, its writers see this
-- instead of the profile of whoever has the address.
alter table subscription
  add column name           text    not null default '',
  add column self_confirmed boolean not null default false;
update subscription s set self_confirmed = true
where not exists (
  select 1 from subscription_consent c where c.trace_id = s.trace_id and c.method = 'IMPORT');
update subscription s set name = u.name
from app_user u where u.id = s.user_id and not s.self_confirmed;

-- Names that nobody chose: those of imported people, and the local parts of addresses.
update app_user u
set name = case options ->> 'language' when 'ja' then '読者 ' when 'zh' then '读者 ' else 'Reader ' end
  || substr(md5(random()::text), 1, 6)
where not exists (select 1 from channel where user_id = u.id)
  and not exists (select 1 from channel_cooperator where user_id = u.id)
  and (name = split_part(email, '@', 1)
    or not exists (select 1 from session where user_id = u.id)
      and not exists (select 1 from api_key where user_id = u.id)
      and not exists (select 1 from comment where author_id = u.id));
