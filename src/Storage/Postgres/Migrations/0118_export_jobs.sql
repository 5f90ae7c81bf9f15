-- Long lists that become files: who asked, that another person agreed, and which program writes or has the file. What
-- was searched for may be a person's name, so the wish lies sealed with the group's key. A row lives for a day.
-- Instants are microseconds since 1970.
create table export_job(
    asked_at bigint not null,
    ended_at bigint,
    held_until bigint,
    written_count bigint not null default 0 check (written_count >= 0),
    attempt_count integer not null default 0,
    job_id text collate "C" primary key,
    maker_id text collate "C" not null,
    state text not null default 'waiting'
        check (state in ('waiting', 'approved', 'working', 'done', 'failed', 'rejected')),
    decided_by text,
    holder_id text,
    wish bytea not null,
    check (decided_by <> maker_id),
    check ((state = 'waiting') = (decided_by is null)),
    check ((state in ('working', 'done')) = (holder_id is not null)),
    check ((holder_id is null) = (held_until is null)));
