-- Calls to programs outside. Where no endpoint is registered, none of these tables is ever written to. Instants are
-- microseconds since 1970.
create table webhook_endpoint(
    version bigint not null check (version > 0),
    made_at bigint not null,
    changed_at bigint not null,
    failing_since bigint,
    secret_before_until bigint,
    webhook_id text collate "C" primary key,
    entity_id text collate "C" not null,
    url text not null,
    description text not null,
    types text not null,
    state text not null check (state in ('enabled', 'disabled')),
    why text check (why in ('by-hand', 'gone', 'failing')),
    made_by text not null,
    secret bytea not null,
    secret_before bytea,
    check ((state = 'disabled') = (why is not null)),
    check ((secret_before is null) = (secret_before_until is null)));

-- What one flush stored that some endpoint asks for: one row for all of its accounts. It goes when deliveries are made
-- of it.
create table webhook_flush(
    position bigint generated always as identity primary key,
    body text not null);

-- An event for an endpoint. Of those that wait of an account only the first has a time; the others wait for it.
create table webhook_delivery(
    number bigint generated always as identity primary key,
    version bigint not null check (version > 0),
    queued_at bigint not null,
    next_at bigint,
    last_at bigint,
    attempt_count integer not null default 0,
    round_count integer not null default 0,
    last_status integer,
    last_milliseconds integer,
    webhook_id text collate "C" not null references webhook_endpoint,
    account_key text collate "C" not null,
    type text not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    last_outcome text,
    unique (webhook_id, account_key, version),
    check (state = 'waiting' or next_at is null));

create index webhook_delivery_due on webhook_delivery(webhook_id, next_at)
    where state = 'waiting' and next_at is not null;

create index webhook_delivery_waiting on webhook_delivery(webhook_id, account_key, version) where state = 'waiting';

create index webhook_delivery_log on webhook_delivery(webhook_id, number);

create index webhook_delivery_failed on webhook_delivery(webhook_id, number) where state = 'failed';

create index webhook_delivery_old on webhook_delivery(last_at) where state <> 'waiting';
