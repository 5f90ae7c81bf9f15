-- The log behind the durable streams. A change of the number of partitions starts an epoch and closes the one before.
create table inbox_epoch(
    namespace text not null,
    epoch integer not null check (epoch >= 1),
    partition_count integer not null check (partition_count between 1 and 64),
    started_at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    primary key (namespace, epoch)) strict, without rowid;

-- Heads of the partitions, from which rows get numbers without gaps.
create table inbox_partition(
    namespace text not null,
    epoch integer not null,
    partition integer not null,
    head_row integer not null default 0,
    record_count integer not null default 0,
    byte_count integer not null default 0,
    is_closed integer not null default 0,
    primary key (namespace, epoch, partition),
    foreign key (namespace, epoch) references inbox_epoch(namespace, epoch)) strict, without rowid;

-- One row per append and partition, with all its records in one sealed body.
create table inbox_row(
    namespace text not null,
    partition integer not null,
    epoch integer not null,
    row_number integer not null check (row_number >= 1),
    appended_at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    record_count integer not null check (record_count >= 1),
    byte_count integer not null,
    body blob not null,
    primary key (namespace, partition, epoch, row_number)) strict;

-- What was less than plain about a row: sparse, one only where there is something to tell.
create table inbox_outcome(
    namespace text not null,
    partition integer not null,
    epoch integer not null,
    row_number integer not null,
    duplicate_count integer not null check (duplicate_count >= 0),
    refused_count integer not null check (refused_count >= 0),
    primary key (namespace, partition, epoch, row_number),
    foreign key (namespace, partition, epoch, row_number)
        references inbox_row(namespace, partition, epoch, row_number) on delete cascade) strict, without rowid;

-- The next row to be worked off; only the holder of the newest fence may move it, and only forward.
create table inbox_checkpoint(
    namespace text not null,
    partition integer not null,
    epoch integer not null,
    row_number integer not null,
    record_count integer not null default 0,
    byte_count integer not null default 0,
    fence integer not null,
    moved_at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    primary key (namespace, partition)) strict, without rowid;

create trigger inbox_checkpoint_forward before update on inbox_checkpoint
    when (new.epoch, new.row_number) < (old.epoch, old.row_number) or new.fence < old.fence
begin select raise(abort, 'a checkpoint only moves forward'); end;

-- What could not have its effect, with its reason, until a person drives it again or discards it.
create table inbox_quarantine(
    quarantine_id integer primary key autoincrement,
    namespace text not null,
    partition integer not null,
    epoch integer not null,
    row_number integer not null,
    record_index integer not null,
    quarantined_at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    attempt_count integer not null,
    entity_id text,
    subject text,
    source text,
    record_id text,
    code text not null,
    detail text not null,
    state text not null default 'waiting' check (state in ('waiting', 'redriven', 'discarded')),
    decided_by text,
    decided_at integer,
    note text,
    body blob not null,
    unique (namespace, partition, epoch, row_number, record_index),
    check ((state = 'waiting') = (decided_at is null))) strict;

create index inbox_quarantine_waiting on inbox_quarantine(namespace, quarantine_id) where state = 'waiting';

-- Requests that were accepted, by which their senders ask how far their records are; a request sent twice finds itself.
create table inbox_operation(
    namespace text not null,
    operation_id text not null,
    accepted_at integer not null default (cast(unixepoch('subsec') * 1000000 as integer)),
    request_hash text not null,
    rejected_count integer not null,
    epoch integer not null,
    parts text not null,
    primary key (namespace, operation_id)) strict, without rowid;

create index inbox_operation_age on inbox_operation(namespace, accepted_at);
