-- A row of the worklist that a person does not want to see before a day.
alter table worklist add column snoozed_until text;
