-- The log behind the durable streams. A change of the number of partitions starts an epoch and closes the one before.
create table inbox_epoch(
    namespace text collate "C" not null,
    epoch integer not null check (epoch >= 1),
    partition_count integer not null check (partition_count between 1 and 64),
    started_at timestamptz not null default clock_timestamp(),
    primary key (namespace, epoch));

-- Heads of the partitions: who appends locks them in order, so that rows have no gaps and appear in order.
create table inbox_partition(
    namespace text collate "C" not null,
    epoch integer not null,
    partition integer not null,
    head_row bigint not null default 0,
    record_count bigint not null default 0,
    byte_count bigint not null default 0,
    is_closed boolean not null default false,
    primary key (namespace, epoch, partition),
    foreign key (namespace, epoch) references inbox_epoch(namespace, epoch)) with (fillfactor = 50);

-- One row per append and partition, with all its records in one sealed body.
create table inbox_row(
    row_number bigint not null check (row_number >= 1),
    appended_at timestamptz not null default clock_timestamp(),
    epoch integer not null,
    partition integer not null,
    record_count integer not null check (record_count >= 1),
    byte_count integer not null,
    namespace text collate "C" not null,
    body bytea not null,
    primary key (namespace, partition, epoch, row_number));

alter table inbox_row alter column body set storage external;

-- What was less than plain about a row: sparse, one only where there is something to tell.
create table inbox_outcome(
    row_number bigint not null,
    epoch integer not null,
    partition integer not null,
    duplicate_count integer not null check (duplicate_count >= 0),
    refused_count integer not null check (refused_count >= 0),
    namespace text collate "C" not null,
    primary key (namespace, partition, epoch, row_number),
    foreign key (namespace, partition, epoch, row_number)
        references inbox_row(namespace, partition, epoch, row_number) on delete cascade);

-- The next row to be worked off; only the holder of the newest fence may move it, and only forward.
create table inbox_checkpoint(
    namespace text collate "C" not null,
    partition integer not null,
    epoch integer not null,
    row_number bigint not null,
    record_count bigint not null default 0,
    byte_count bigint not null default 0,
    fence bigint not null,
    moved_at timestamptz not null default clock_timestamp(),
    primary key (namespace, partition)) with (fillfactor = 50);

create function keep_inbox_checkpoint() returns trigger language plpgsql as $$
begin
    if (new.epoch, new.row_number) < (old.epoch, old.row_number) or new.fence < old.fence then
        raise exception 'a checkpoint only moves forward' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger forward_only before update on inbox_checkpoint
    for each row execute function keep_inbox_checkpoint();

-- What could not have its effect, with its reason, until a person drives it again or discards it.
create table inbox_quarantine(
    quarantine_id bigint generated always as identity primary key,
    row_number bigint not null,
    quarantined_at timestamptz not null default clock_timestamp(),
    decided_at timestamptz,
    epoch integer not null,
    partition integer not null,
    record_index integer not null,
    attempt_count integer not null,
    namespace text collate "C" not null,
    entity_id text collate "C",
    subject text,
    source text,
    record_id text,
    code text not null,
    detail text not null,
    state text not null default 'waiting' check (state in ('waiting', 'redriven', 'discarded')),
    decided_by text,
    note text,
    body bytea not null,
    unique (namespace, partition, epoch, row_number, record_index),
    check ((state = 'waiting') = (decided_at is null)));

create index inbox_quarantine_waiting on inbox_quarantine(namespace, quarantine_id) where state = 'waiting';

-- Requests that were accepted, by which their senders ask how far their records are; a request sent twice finds itself.
create table inbox_operation(
    namespace text collate "C" not null,
    operation_id text collate "C" not null,
    accepted_at timestamptz not null default clock_timestamp(),
    request_hash text not null,
    rejected_count integer not null,
    epoch integer not null,
    parts text not null,
    primary key (namespace, operation_id));

create index inbox_operation_age on inbox_operation(namespace, accepted_at);
