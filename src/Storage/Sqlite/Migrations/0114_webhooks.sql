-- Calls to programs outside. Where no endpoint is registered, none of these tables is ever written to. Instants are
-- microseconds since 1970.
create table webhook_endpoint(
    webhook_id text primary key,
    entity_id text not null,
    url text not null,
    description text not null,
    types text not null,
    state text not null check (state in ('enabled', 'disabled')),
    why text check (why in ('by-hand', 'gone', 'failing')),
    version integer not null check (version > 0),
    made_at integer not null,
    made_by text not null,
    changed_at integer not null,
    failing_since integer,
    secret blob not null,
    secret_before blob,
    secret_before_until integer,
    check ((state = 'disabled') = (why is not null)),
    check ((secret_before is null) = (secret_before_until is null))) strict, without rowid;

-- What one flush stored that some endpoint asks for: one row for all of its accounts. It goes when deliveries are made
-- of it.
create table webhook_flush(
    position integer primary key autoincrement,
    body text not null) strict;

-- An event for an endpoint. Of those that wait of an account only the first has a time; the others wait for it.
create table webhook_delivery(
    number integer primary key autoincrement,
    webhook_id text not null references webhook_endpoint,
    account_key text not null,
    version integer not null check (version > 0),
    type text not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    queued_at integer not null,
    next_at integer,
    attempt_count integer not null default 0,
    round_count integer not null default 0,
    last_at integer,
    last_status integer,
    last_milliseconds integer,
    last_outcome text,
    unique (webhook_id, account_key, version),
    check (state = 'waiting' or next_at is null)) strict;

create index webhook_delivery_due on webhook_delivery(webhook_id, next_at)
    where state = 'waiting' and next_at is not null;

create index webhook_delivery_waiting on webhook_delivery(webhook_id, account_key, version) where state = 'waiting';

create index webhook_delivery_log on webhook_delivery(webhook_id, number);

create index webhook_delivery_failed on webhook_delivery(webhook_id, number) where state = 'failed';

create index webhook_delivery_old on webhook_delivery(last_at) where state <> 'waiting';
