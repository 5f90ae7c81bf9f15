-- Master data under change control, append-only; bodies of customers are encrypted by the program.
create table master_record(
    version bigint not null check (version > 0),
    at timestamptz not null,
    valid_from date not null,
    actor_kind smallint not null,
    kind text collate "C" not null check (kind in ('legal-entity', 'customer', 'service-point', 'bill-cycle', 'tariff')),
    id text collate "C" not null check (length(id) > 0),
    entity_id text not null,
    command_id text not null,
    actor text not null,
    source text not null,
    reason text,
    body bytea not null,
    primary key (kind, id, version));

create trigger append_only before update or delete or truncate on master_record
    for each statement execute function refuse_change();

-- Keys are wrapped: a customer's by the legal entity's, the entity's by the master key, which is never in here.
create table legal_entity_key(
    entity_id text collate "C" primary key,
    master_id text not null,
    wrapped bytea not null);

create table customer_key(
    customer_id text collate "C" primary key,
    entity_id text not null,
    wrapped bytea not null);

-- Keyed hashes of words and their beginnings; field 1 name, 2 phone, 3 e-mail.
create table search_token(
    field smallint not null check (field between 1 and 3),
    token bytea not null check (length(token) = 16),
    customer_id text collate "C" not null,
    primary key (token, field, customer_id));

create index search_token_by_customer on search_token(customer_id);
