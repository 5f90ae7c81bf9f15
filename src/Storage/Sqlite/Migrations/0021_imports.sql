-- The durable inbox of files, what waits for a person, and what must go on by itself.
create table import(
    import_id text primary key,
    file_name text not null,
    format text not null,
    actor_kind text not null,
    actor_id text not null,
    at integer not null,
    state text not null check (state in ('receiving', 'refused', 'accepted', 'working', 'done')),
    sha256 text not null default '',
    record_count integer not null default 0 check (record_count >= 0),
    stored_count integer not null default 0 check (stored_count >= 0),
    corrected_count integer not null default 0 check (corrected_count >= 0),
    duplicate_count integer not null default 0 check (duplicate_count >= 0),
    rejected_count integer not null default 0 check (rejected_count >= 0),
    problems text not null default '[]',
    constraint import_adds_up check (
        state <> 'done' or record_count = stored_count + corrected_count + duplicate_count + rejected_count))
    strict, without rowid;

create index import_newest on import(at, import_id);

create table import_batch(
    import_id text not null references import on delete cascade,
    sequence integer not null check (sequence >= 0),
    item_count integer not null check (item_count >= 0),
    payload blob,
    is_worked integer not null default 0 check (is_worked in (0, 1)),
    primary key (import_id, sequence),
    check (is_worked or payload is not null)) strict;

create index import_batch_waiting on import_batch(import_id, sequence) where not is_worked;

create table worklist(
    id integer primary key autoincrement,
    kind text not null check (kind in ('import-record', 'bill-exception')),
    state text not null default 'open' check (state in ('open', 'fixed', 'released', 'skipped', 'dropped')),
    code text not null,
    detail text not null,
    entity_id text,
    account_id text,
    run_id text,
    import_id text,
    line integer not null default 0,
    field text,
    item blob,
    owner text,
    at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    resolved_by text,
    resolved_at integer,
    resolution text,
    check ((state = 'open') = (resolved_at is null))) strict;

create unique index worklist_open_exception on worklist(run_id, entity_id, account_id)
    where kind = 'bill-exception' and state = 'open';

create index worklist_open on worklist(id) where state = 'open';

create index worklist_run on worklist(run_id, id) where run_id is not null;

create index worklist_import on worklist(import_id, id) where import_id is not null;

create table due_work(
    kind text not null check (kind in ('bill-run', 'import')),
    key text not null,
    shard_key integer not null check (shard_key >= 0),
    due_at integer not null,
    primary key (kind, key)) strict, without rowid;
