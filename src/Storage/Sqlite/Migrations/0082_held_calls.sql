-- Long calls, of which networks report parts while they go on: they are held until all parts are there.
create table held_call(
    source text not null,
    call_id text not null,
    state text not null default 'open' check (state in ('open', 'joined', 'closed', 'dropped')),
    worklist_id integer,
    primary key (source, call_id)) strict, without rowid;

-- A part; what it says lies sealed beside it until the call is rated.
create table held_call_part(
    source text not null,
    call_id text not null,
    part integer not null check (part > 0),
    is_last integer not null check (is_last in (0, 1)),
    started_at integer not null,
    quantity text not null,
    rest text not null,
    import_id text not null,
    line integer not null,
    payload blob,
    primary key (source, call_id, part),
    foreign key (source, call_id) references held_call) strict, without rowid;

create unique index worklist_open_call on worklist(field) where kind = 'open-call' and state = 'open';
