-- How each person wants lists of the console to look.
create table view_setting(
    person_id text not null,
    name text not null,
    value text not null check (length(value) <= 4000),
    primary key (person_id, name)) strict, without rowid;
