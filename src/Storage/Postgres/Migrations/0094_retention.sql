-- How long the law wants kinds of records kept; a change waits for a second person.
create table retention_class(
    name text collate "C" primary key,
    years integer not null check (years between 0 and 30),
    asked_years integer check (asked_years between 0 and 30),
    asked_by text,
    asked_at timestamptz,
    check ((asked_years is null) = (asked_by is null)));

insert into retention_class(name, years) values ('documents', 10), ('reads', 3), ('notes', 2), ('calls', 1);

-- Persons who wanted to be forgotten: not found by search any more, and erased by another person when no duty is left.
-- An erased customer's row in customer_key holds an empty envelope: its key is gone for good.
create table person_request(
    customer_id text collate "C" primary key,
    entity_id text collate "C" not null,
    state text not null check (state in ('restricted', 'erased')),
    asked_by text not null,
    asked_at timestamptz not null,
    reason text not null,
    erased_by text check (erased_by <> asked_by),
    erased_at timestamptz,
    check ((state = 'erased') = (erased_at is not null)));
