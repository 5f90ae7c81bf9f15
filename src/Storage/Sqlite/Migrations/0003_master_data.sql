-- Master data under change control, append-only; bodies of customers are encrypted by the program.
create table master_record(
    kind text not null check (kind in ('legal-entity', 'customer', 'service-point', 'bill-cycle', 'tariff')),
    id text not null check (length(id) > 0),
    version integer not null check (version > 0),
    entity_id text not null,
    valid_from text not null,
    at integer not null,
    command_id text not null,
    actor_kind integer not null,
    actor text not null,
    source text not null,
    reason text,
    body blob not null,
    primary key (kind, id, version)) strict;

create trigger master_record_kept before update on master_record
begin select raise(abort, 'rows of master_record are never changed'); end;
create trigger master_record_stays before delete on master_record
begin select raise(abort, 'rows of master_record are never changed'); end;

-- Keys are wrapped: a customer's by the legal entity's, the entity's by the master key, which is never in here.
create table legal_entity_key(
    entity_id text primary key,
    master_id text not null,
    wrapped blob not null) strict;

create table customer_key(
    customer_id text primary key,
    entity_id text not null,
    wrapped blob not null) strict;

-- Keyed hashes of words and their beginnings; field 1 name, 2 phone, 3 e-mail.
create table search_token(
    token blob not null check (length(token) = 16),
    field integer not null check (field between 1 and 3),
    customer_id text not null,
    primary key (token, field, customer_id)) strict, without rowid;

create index search_token_by_customer on search_token(customer_id);
