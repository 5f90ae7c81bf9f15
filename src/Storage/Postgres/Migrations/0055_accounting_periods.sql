-- Accounting periods are the months of a legal entity. They are locked in order, so two days say what is locked. A flush
-- that books takes the rows of its entities for share, a change of the locks takes one for update.
create table accounting_period(
    version bigint not null check (version >= 0),
    soft_locked_until date,
    hard_locked_until date check (hard_locked_until is null
        or (soft_locked_until is not null and soft_locked_until >= hard_locked_until)),
    entity_id text collate "C" primary key) with (fillfactor = 20);

create table accounting_period_event(
    version bigint not null check (version > 0),
    at timestamptz not null,
    entity_id text collate "C" not null references accounting_period,
    command_id text not null,
    request_hash text not null,
    actor_kind text not null,
    actor_id text not null,
    source text not null,
    reason text,
    body bytea not null,
    primary key (entity_id, version),
    unique (entity_id, command_id));

create trigger append_only before update or delete or truncate on accounting_period_event
    for each statement execute function refuse_change();

-- The first open day, where the event's own day lies in a locked month: its entry is booked on this day.
alter table account_event add column booked_from date;
