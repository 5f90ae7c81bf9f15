-- One row for each account that is or was dunned: what the collector's worklist shows of it.
create table collection(
    account_key text primary key not null,
    segment text not null,
    jurisdiction text not null,
    level integer not null check (level >= 0),
    letter_on text,
    blocks text not null,
    promise_minor integer,
    promise_on text,
    plan_id text,
    plan_on text,
    agency_id text,
    supply text not null check (supply in ('', 'cut-ordered', 'cut', 'reconnect-ordered'))) strict, without rowid;

-- Accounts have due work of their own: what came due by itself is looked at on a day.
create table due_work_of_any_kind(
    kind text not null check (kind <> ''),
    key text not null,
    shard_key integer not null check (shard_key >= 0),
    due_at integer not null,
    primary key (kind, key)) strict, without rowid;

insert into due_work_of_any_kind(kind, key, shard_key, due_at) select kind, key, shard_key, due_at from due_work;

drop table due_work;

alter table due_work_of_any_kind rename to due_work;

-- What accounts owe already is looked at the day after it is due; the one process has all shards.
insert into due_work(kind, key, shard_key, due_at)
select 'collection', account_key, 0, (unixepoch(min(due_on)) + 86400 + 43200) * 1000000
from open_item where open_minor > 0 group by account_key;
