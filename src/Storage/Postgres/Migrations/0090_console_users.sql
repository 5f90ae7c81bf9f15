-- People who may log in to the console; no entity means all of them.
create table console_user(
    person_id text collate "C" primary key,
    name text not null,
    roles text[] not null,
    entities text[] not null,
    is_active boolean not null,
    version bigint not null check (version > 0),
    changed_at timestamptz not null,
    changed_by text not null);

-- Keys that protect sessions, sealed under the master key that lies outside the database.
create table protection_key(
    position bigint generated always as identity primary key,
    name text not null unique,
    master_key_id text not null,
    sealed_key bytea not null);
