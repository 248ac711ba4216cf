-- Operators see what failed lately.
create index ai_task_failed on ai_task (updated_at) where status = 4;
