-- Files of call records by the numbers their sources gave them, so that none counts twice and what is missing is seen.
create table call_file(
    source text not null,
    sequence integer not null check (sequence > 0),
    import_id text not null,
    sha256 text not null,
    record_count integer not null check (record_count >= 0),
    total text not null,
    primary key (source, sequence)) strict, without rowid;

-- The smallest and the largest number that came of a source.
create table call_source(
    source text primary key,
    first integer not null check (first > 0),
    last integer not null check (last >= first)) strict, without rowid;

-- Numbers that are missing between; the row of the worklist says whether somebody still waits for them.
create table call_file_gap(
    worklist_id integer primary key references worklist,
    source text not null,
    first integer not null check (first > 0),
    last integer not null check (last >= first)) strict;

create index call_file_gap_source on call_file_gap(source, first);
