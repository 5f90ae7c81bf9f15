-- Files of call records by the numbers their sources gave them, so that none counts twice and what is missing is seen.
create table call_file(
    sequence bigint not null check (sequence > 0),
    record_count bigint not null check (record_count >= 0),
    source text collate "C" not null,
    import_id text collate "C" not null,
    sha256 text not null,
    total text not null,
    primary key (source, sequence));

-- The smallest and the largest number that came of a source.
create table call_source(
    first bigint not null check (first > 0),
    last bigint not null check (last >= first),
    source text collate "C" primary key);

-- Numbers that are missing between; the row of the worklist says whether somebody still waits for them.
create table call_file_gap(
    worklist_id bigint primary key references worklist,
    first bigint not null check (first > 0),
    last bigint not null check (last >= first),
    source text collate "C" not null);

create index call_file_gap_source on call_file_gap(source, first);
