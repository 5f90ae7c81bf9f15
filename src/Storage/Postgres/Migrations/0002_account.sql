-- The truth of accounts and what follows from it in the same transaction. Wide columns come last and eight-byte columns
-- first, so that no row pays for padding. Text keys sort by bytes, as the program sorts them.

create table account_event(
    version bigint not null check (version > 0),
    at timestamptz not null,
    actor_kind smallint not null,
    account_key text collate "C" not null,
    command_id text not null check (length(command_id) between 8 and 255),
    request_hash text not null,
    reference text,
    actor text not null,
    source text not null,
    reason text,
    previous bytea not null check (length(previous) = 32),
    body bytea not null,
    primary key (account_key, version));

create table account_snapshot(
    version bigint not null check (version > 0),
    schema_hash bigint not null,
    account_key text collate "C" primary key,
    link bytea not null check (length(link) = 32),
    body bytea not null);

create table posting(
    version bigint not null,
    amount_minor bigint not null check (amount_minor <> 0),
    booked_on date not null,
    line smallint not null check (line >= 0),
    currency text not null check (length(currency) = 3),
    account_key text collate "C" not null,
    ledger_account text not null,
    primary key (account_key, version, line));

create table number_series(
    last bigint not null check (last > 0),
    entity_id text not null,
    series text not null,
    primary key (entity_id, series)) with (fillfactor = 20);

create table invoice(
    version bigint not null,
    number bigint not null check (number > 0),
    net_minor bigint not null,
    tax_minor bigint not null,
    total_minor bigint not null check (total_minor = net_minor + tax_minor),
    issued_on date not null,
    due_on date not null check (due_on >= issued_on),
    period_from date not null,
    period_until date not null check (period_until > period_from),
    account_key text collate "C" not null,
    entity_id text not null,
    series text not null,
    currency text not null check (length(currency) = 3),
    invoice_id text not null,
    run_id text,
    hash bytea not null check (length(hash) = 32),
    body bytea not null,
    primary key (account_key, version),
    unique (entity_id, series, number));

create index invoice_by_run on invoice(run_id, account_key) where run_id is not null;

-- The number of an item is its document's: join invoice by account_key and invoice_id.
create table open_item(
    original_minor bigint not null,
    open_minor bigint not null,
    issued_on date not null,
    due_on date not null,
    account_key text collate "C" not null,
    item_id text not null,
    primary key (account_key, item_id));

-- What lists and reports ask for. The link is that of the last event, before its document is added to it.
create table account(
    version bigint not null check (version > 0),
    balance_minor bigint not null,
    opened_on date not null,
    last_invoice_on date,
    last_invoice_version bigint check (last_invoice_version <= version),
    status smallint not null check (status in (1, 2)),
    currency text not null check (length(currency) = 3),
    account_key text collate "C" primary key,
    entity_id text not null,
    account_id text not null,
    customer_id text not null,
    cycle_id text not null,
    link bytea not null check (length(link) = 32)) with (fillfactor = 80);

create index account_by_customer on account(customer_id);
create index account_by_cycle on account(cycle_id, account_key);

-- Every entry is written by one statement, and sums to zero per currency.
create function check_entries_balance() returns trigger language plpgsql as $$
begin
    if exists (select 1 from added group by account_key, version, currency having sum(amount_minor) <> 0) then
        raise exception 'the postings of an entry do not sum to zero'
            using errcode = 'check_violation', constraint = 'posting_balance';
    end if;
    return null;
end $$;

create trigger posting_balance after insert on posting
    referencing new table as added for each statement execute function check_entries_balance();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete or truncate on account_event
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on posting
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on invoice
    for each statement execute function refuse_change();
