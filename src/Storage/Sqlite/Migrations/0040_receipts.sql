-- Money that came in, for lists and worklists. What is left of it waits for a person, unless its payer wants it kept.
create table receipt(
    account_key text not null,
    receipt_id text not null,
    source text not null,
    method text not null,
    state text not null check (state in ('booked', 'reversed', 'debit-memo', 'charged-back')),
    amount_minor integer not null check (amount_minor > 0),
    unapplied_minor integer not null check (unapplied_minor >= 0),
    refunded_minor integer not null check (refunded_minor >= 0),
    value_on text not null,
    booked_on text not null,
    is_on_account integer not null check (is_on_account in (0, 1)),
    primary key (account_key, receipt_id),
    check (unapplied_minor + refunded_minor <= amount_minor)) strict, without rowid;

create index receipt_unapplied on receipt(value_on, account_key, receipt_id) where unapplied_minor > 0;

-- Kinds of waiting work are words of the rooms that write them, so the list of them is no part of the table any more.
create table waiting(
    id integer primary key autoincrement,
    kind text not null check (kind <> ''),
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

insert into waiting select id, kind, state, code, detail, entity_id, account_id, run_id, import_id, line, field, item,
    owner, at, resolved_by, resolved_at, resolution from worklist;
drop table worklist;
alter table waiting rename to worklist;

create unique index worklist_open_exception on worklist(run_id, entity_id, account_id)
    where kind = 'bill-exception' and state = 'open';

create unique index worklist_open_receipt on worklist(entity_id, account_id, field)
    where kind = 'unapplied-cash' and state = 'open';

create index worklist_open on worklist(id) where state = 'open';

create index worklist_run on worklist(run_id, id) where run_id is not null;

create index worklist_import on worklist(import_id, id) where import_id is not null;
