-- The truth of accounts and what follows from it in the same transaction. Days are text, instants are microseconds since
-- 1970. That an entry sums to zero is checked by the writer's own query: SQLite has no triggers for a whole statement.

create table account_event(
    account_key text not null,
    version integer not null check (version > 0),
    at integer not null,
    command_id text not null check (length(command_id) between 8 and 255),
    request_hash text not null,
    reference text,
    actor_kind integer not null,
    actor text not null,
    source text not null,
    reason text,
    previous blob not null check (length(previous) = 32),
    body blob not null,
    primary key (account_key, version)) strict, without rowid;

create table account_snapshot(
    account_key text primary key,
    version integer not null check (version > 0),
    schema_hash integer not null,
    link blob not null check (length(link) = 32),
    body blob not null) strict;

create table posting(
    account_key text not null,
    version integer not null,
    line integer not null check (line >= 0),
    ledger_account text not null,
    currency text not null check (length(currency) = 3),
    amount_minor integer not null check (amount_minor <> 0),
    booked_on text not null,
    primary key (account_key, version, line)) strict, without rowid;

create table number_series(
    entity_id text not null,
    series text not null,
    last integer not null check (last > 0),
    primary key (entity_id, series)) strict, without rowid;

create table invoice(
    account_key text not null,
    version integer not null,
    entity_id text not null,
    series text not null,
    number integer not null check (number > 0),
    invoice_id text not null,
    run_id text,
    issued_on text not null,
    due_on text not null check (due_on >= issued_on),
    period_from text not null,
    period_until text not null check (period_until > period_from),
    currency text not null check (length(currency) = 3),
    net_minor integer not null,
    tax_minor integer not null,
    total_minor integer not null check (total_minor = net_minor + tax_minor),
    hash blob not null check (length(hash) = 32),
    body blob not null,
    primary key (account_key, version),
    unique (entity_id, series, number)) strict;

create index invoice_by_run on invoice(run_id, account_key) where run_id is not null;

-- The number of an item is its document's: join invoice by account_key and invoice_id.
create table open_item(
    account_key text not null,
    item_id text not null,
    original_minor integer not null,
    open_minor integer not null,
    issued_on text not null,
    due_on text not null,
    primary key (account_key, item_id)) strict, without rowid;

-- What lists and reports ask for. The link is that of the last event, before its document is added to it.
create table account(
    account_key text primary key,
    entity_id text not null,
    account_id text not null,
    customer_id text not null,
    cycle_id text not null,
    status integer not null check (status in (1, 2)),
    currency text not null check (length(currency) = 3),
    balance_minor integer not null,
    version integer not null check (version > 0),
    link blob not null check (length(link) = 32),
    opened_on text not null,
    last_invoice_on text,
    last_invoice_version integer check (last_invoice_version <= version)) strict;

create index account_by_customer on account(customer_id);
create index account_by_cycle on account(cycle_id, account_key);

create trigger account_event_kept before update on account_event
begin select raise(abort, 'rows of account_event are never changed'); end;
create trigger account_event_stays before delete on account_event
begin select raise(abort, 'rows of account_event are never changed'); end;
create trigger posting_kept before update on posting
begin select raise(abort, 'rows of posting are never changed'); end;
create trigger posting_stays before delete on posting
begin select raise(abort, 'rows of posting are never changed'); end;
create trigger invoice_kept before update on invoice
begin select raise(abort, 'rows of invoice are never changed'); end;
create trigger invoice_stays before delete on invoice
begin select raise(abort, 'rows of invoice are never changed'); end;
