-- One row for each account that is or was dunned: what the collector's worklist shows of it.
create table collection(
    level integer not null check (level >= 0),
    letter_on date,
    promise_minor bigint,
    promise_on date,
    plan_on date,
    account_key text collate "C" primary key,
    segment text not null,
    jurisdiction text not null,
    blocks text not null,
    plan_id text,
    agency_id text,
    supply text not null check (supply in ('', 'cut-ordered', 'cut', 'reconnect-ordered')));

-- Accounts have due work of their own: what came due by itself is looked at on a day.
alter table due_work drop constraint due_work_kind_check, add constraint due_work_kind_check check (kind <> '');

-- What accounts owe already is looked at the day after it is due.
insert into due_work(kind, key, shard_key, due_at)
select 'collection', account_key,
    ('x' || encode(substr(sha256(convert_to(account_key, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint & 2147483647,
    (min(due_on) + 1 + time '12:00') at time zone 'UTC'
from open_item where open_minor > 0 group by account_key;
