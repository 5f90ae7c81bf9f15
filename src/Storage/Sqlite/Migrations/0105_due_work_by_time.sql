-- What is due is looked for every other second, among a row for every account that owes something: found by its time, with
-- the shard beside it, and not by a look at every row.
create index due_work_by_time on due_work(due_at, kind, key, shard_key);
