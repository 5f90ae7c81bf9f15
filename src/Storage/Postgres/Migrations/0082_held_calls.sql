-- Long calls, of which networks report parts while they go on: they are held until all parts are there.
create table held_call(
    worklist_id bigint,
    source text collate "C" not null,
    call_id text collate "C" not null,
    state text not null default 'open' check (state in ('open', 'joined', 'closed', 'dropped')),
    primary key (source, call_id));

-- A part; what it says lies sealed beside it until the call is rated.
create table held_call_part(
    started_at bigint not null,
    part integer not null check (part > 0),
    line integer not null,
    is_last boolean not null,
    source text collate "C" not null,
    call_id text collate "C" not null,
    quantity text not null,
    rest text not null,
    import_id text collate "C" not null,
    payload bytea,
    primary key (source, call_id, part),
    foreign key (source, call_id) references held_call);

create unique index worklist_open_call on worklist(field) where kind = 'open-call' and state = 'open';
