-- Deliveries that somebody must look at are few.
create index delivery_task_waiting on delivery_task (id)
  where state in ('PAUSED', 'SENDING') and notice not in ('NONE', 'BY_WRITER');
