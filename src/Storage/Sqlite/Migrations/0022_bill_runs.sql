-- Bill runs with their events, and one draft per run and account.
create table bill_run(
    run_id text primary key,
    entity_id text not null,
    cycle_id text not null,
    period_from text not null,
    period_until text not null check (period_until > period_from),
    stage text not null,
    is_active integer not null check (is_active in (0, 1)),
    version integer not null check (version > 0),
    planned_at integer not null,
    planned_by text not null) strict, without rowid;

-- A cycle has one run at a time.
create unique index bill_run_active on bill_run(entity_id, cycle_id) where is_active;

create index bill_run_newest on bill_run(planned_at desc, run_id desc);

create table bill_run_event(
    run_id text not null references bill_run,
    version integer not null check (version > 0),
    at integer not null,
    command_id text not null,
    actor_kind text not null,
    actor_id text not null,
    source text not null,
    reason text,
    body blob not null,
    primary key (run_id, version)) strict, without rowid;

create trigger bill_run_event_kept before update on bill_run_event
begin select raise(abort, 'rows of bill_run_event are never changed'); end;
create trigger bill_run_event_stays before delete on bill_run_event
begin select raise(abort, 'rows of bill_run_event are never changed'); end;

-- Sums hold the net by "tariff/id" and the tax by "tax/code", so that a run is added up without its bodies.
create table bill_draft(
    run_id text not null,
    account_key text not null,
    account_version integer not null,
    usage_version integer not null,
    net_minor integer not null,
    tax_minor integer not null,
    outcome text not null check (outcome in ('nothing-due', 'calculated', 'held', 'skipped', 'issued')),
    input_hash text not null,
    sums text not null,
    body blob not null,
    primary key (run_id, account_key)) strict;
