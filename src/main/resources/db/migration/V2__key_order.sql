-- Keys are gone through in the order of their bytes, whatever order of words the database has: the
-- pages below a folder then follow each other.
alter table page_source alter column page_key type text collate "C";
alter table page_manifest alter column key type text collate "C";
