-- How far each partition of a bill run has come; moved in the transaction of the page itself.
create table bill_run_checkpoint(
    run_id text not null,
    partition integer not null check (partition >= 0),
    stage text not null check (stage in ('calculate', 'release')),
    cursor text not null,
    is_done boolean not null,
    primary key (run_id, partition, stage));
