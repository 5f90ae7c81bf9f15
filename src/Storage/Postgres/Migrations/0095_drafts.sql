-- What people are typing into forms, sealed with the group's key; one per person and form.
create table form_draft(
    saved_at timestamptz not null,
    person_id text collate "C" not null,
    form text collate "C" not null,
    body bytea not null,
    primary key (person_id, form));
