-- Comments and paying subscribers are counted when they change, not when somebody looks. Triggers
-- keep the counts right whatever writes the rows, older programs too.

create table comment_count (
  post_id    bigint primary key references post on delete cascade,
  channel_id bigint not null,
  -- Neither deleted nor waiting for approval.
  approved   bigint not null,
  -- Not deleted.
  present    bigint not null
);

create index comment_count_channel on comment_count (channel_id);

create table channel_comment_count (
  channel_id bigint primary key references channel on delete cascade,
  approved   bigint not null,
  present    bigint not null
);

insert into comment_count
select post_id, min(channel_id), count(*) filter (where status = 1), count(*)
from comment where deleted_at is null group by post_id;

insert into channel_comment_count
select channel_id, sum(approved), sum(present) from comment_count group by channel_id;

-- The rows are taken in order, so that two statements do not wait for each other.
create function add_comment_counts(posts bigint[], channels bigint[], approved bigint[],
  present bigint[]) returns void language plpgsql as $$
begin
  insert into comment_count as k
  select d.post_id, min(d.channel_id), sum(d.approved), sum(d.present)
  from unnest(posts, channels, approved, present) as d (post_id, channel_id, approved, present)
  where exists (select 1 from post p where p.id = d.post_id)
  group by d.post_id order by d.post_id
  on conflict (post_id) do update
  set approved = k.approved + excluded.approved, present = k.present + excluded.present;
  insert into channel_comment_count as k
  select d.channel_id, sum(d.approved), sum(d.present)
  from unnest(channels, approved, present) as d (channel_id, approved, present)
  where exists (select 1 from channel c where c.id = d.channel_id)
  group by d.channel_id order by d.channel_id
  on conflict (channel_id) do update
  set approved = k.approved + excluded.approved, present = k.present + excluded.present;
end
$$;

create function count_comments() returns trigger language plpgsql as $$
declare
  sign int := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform add_comment_counts(array_agg(post_id), array_agg(channel_id), array_agg(approved),
    array_agg(present))
  from (
    select post_id, channel_id, sign * count(*) filter (where status = 1) as approved,
      sign * count(*) as present
    from changed where deleted_at is null group by post_id, channel_id) d
  having count(*) > 0;
  return null;
end
$$;

create function count_changed_comments() returns trigger language plpgsql as $$
begin
  perform add_comment_counts(array_agg(post_id), array_agg(channel_id), array_agg(approved),
    array_agg(present))
  from (
    select a.post_id, a.channel_id,
      sum((a.status = 1 and a.deleted_at is null)::int
        - (b.status = 1 and b.deleted_at is null)::int) as approved,
      sum((a.deleted_at is null)::int - (b.deleted_at is null)::int) as present
    from before b join changed a on a.id = b.id
    where (a.status, a.deleted_at) is distinct from (b.status, b.deleted_at)
    group by a.post_id, a.channel_id) d
  having count(*) > 0;
  return null;
end
$$;

create trigger comment_added after insert on comment
  referencing new table as changed for each statement execute function count_comments();
create trigger comment_removed after delete on comment
  referencing old table as changed for each statement execute function count_comments();
create trigger comment_changed after update on comment
  referencing old table as before new table as changed
  for each statement execute function count_changed_comments();

-- A reader also sees the own comments that wait for approval.
create index comment_waiting on comment (author_id, channel_id, post_id)
  where status <> 1 and deleted_at is null;

alter table channel add column premium_subscribers bigint not null default 0;
update channel c
set premium_subscribers =
  (select count(*) from subscription s where s.channel_id = c.id and s.type <> 'free');

create or replace function count_subscribers() returns trigger language plpgsql as $$
begin
  update channel c
  set subscribers = c.subscribers + d.difference,
    premium_subscribers = c.premium_subscribers + d.premium
  from (
    select channel_id, case when tg_op = 'INSERT' then count(*) else -count(*) end as difference,
      case when tg_op = 'INSERT' then 1 else -1 end * count(*) filter (where type <> 'free')
        as premium
    from changed group by channel_id) d
  where c.id = d.channel_id;
  return null;
end
$$;

create function count_changed_plans() returns trigger language plpgsql as $$
begin
  update channel c set premium_subscribers = c.premium_subscribers + d.premium
  from (
    select a.channel_id, sum((a.type <> 'free')::int - (b.type <> 'free')::int) as premium
    from before b join changed a on a.id = b.id
    where a.channel_id = b.channel_id and a.type is distinct from b.type
    group by a.channel_id) d
  where c.id = d.channel_id and d.premium <> 0;
  return null;
end
$$;

create trigger subscription_plan_changed after update on subscription
  referencing old table as before new table as changed
  for each statement execute function count_changed_plans();
