-- What people are typing into forms, sealed with the group's key; one per person and form. Instants are microseconds
-- since 1970.
create table form_draft(
    person_id text not null,
    form text not null,
    saved_at integer not null,
    body blob not null,
    primary key (person_id, form)) strict, without rowid;
