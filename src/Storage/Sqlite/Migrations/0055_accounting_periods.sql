-- Accounting periods are the months of a legal entity. They are locked in order, so two days say what is locked. There is
-- one writer, so no posting slips into a month while it is being locked.
create table accounting_period(
    entity_id text primary key,
    version integer not null check (version >= 0),
    soft_locked_until text,
    hard_locked_until text check (hard_locked_until is null
        or (soft_locked_until is not null and soft_locked_until >= hard_locked_until))) strict, without rowid;

create table accounting_period_event(
    entity_id text not null references accounting_period,
    version integer not null check (version > 0),
    command_id text not null,
    request_hash text not null,
    actor_kind text not null,
    actor_id text not null,
    source text not null,
    at integer not null,
    reason text,
    body blob not null,
    primary key (entity_id, version),
    unique (entity_id, command_id)) strict, without rowid;

create trigger accounting_period_event_kept before update on accounting_period_event
begin select raise(abort, 'rows of accounting_period_event are never changed'); end;
create trigger accounting_period_event_stays before delete on accounting_period_event
begin select raise(abort, 'rows of accounting_period_event are never changed'); end;

-- The first open day, where the event's own day lies in a locked month: its entry is booked on this day.
alter table account_event add column booked_from text;
