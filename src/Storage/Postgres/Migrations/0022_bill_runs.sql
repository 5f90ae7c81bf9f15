-- Bill runs with their events, and one draft per run and account.
create table bill_run(
    version bigint not null check (version > 0),
    planned_at timestamptz not null,
    period_from date not null,
    period_until date not null check (period_until > period_from),
    is_active boolean not null,
    run_id text collate "C" primary key,
    entity_id text collate "C" not null,
    cycle_id text collate "C" not null,
    stage text not null,
    planned_by text not null);

-- A cycle has one run at a time.
create unique index bill_run_active on bill_run(entity_id, cycle_id) where is_active;

create index bill_run_newest on bill_run(planned_at desc, run_id desc);

create table bill_run_event(
    version bigint not null check (version > 0),
    at timestamptz not null,
    run_id text collate "C" not null references bill_run,
    command_id text not null,
    actor_kind text not null,
    actor_id text not null,
    source text not null,
    reason text,
    body bytea not null,
    primary key (run_id, version));

create trigger append_only before update or delete or truncate on bill_run_event
    for each statement execute function refuse_change();

-- Sums hold the net by "tariff/id" and the tax by "tax/code", so that a run is added up without its bodies.
create table bill_draft(
    account_version bigint not null,
    usage_version bigint not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    run_id text collate "C" not null,
    account_key text collate "C" not null,
    outcome text not null check (outcome in ('nothing-due', 'calculated', 'held', 'skipped', 'issued')),
    input_hash text not null,
    sums jsonb not null,
    body bytea not null,
    primary key (run_id, account_key));
