-- The crops of covers are made after a save: null = not asked for, and not there yet.
alter table attachment add column crops_requested_at timestamptz;
alter table attachment add column cropped_at timestamptz;

create index attachment_uncropped on attachment (crops_requested_at, id)
  where crops_requested_at is not null and cropped_at is null;

-- Posts from before get their crops too.
update attachment set crops_requested_at = now()
where pathname in (
  select substring(cover_image_url from '(media/[0-9a-f]{32})(?:-[0-9]{1,5}w)?[.]webp') || '.webp'
  from post where cover_image_url <> '');
