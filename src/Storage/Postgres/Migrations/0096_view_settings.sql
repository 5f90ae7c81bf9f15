-- How each person wants lists of the console to look.
create table view_setting(
    person_id text collate "C" not null,
    name text collate "C" not null,
    value text not null check (length(value) <= 4000),
    primary key (person_id, name));
