-- People who may log in to the console. Roles and entities are JSON arrays; no entity means all of them.
create table console_user(
    person_id text primary key,
    name text not null,
    roles text not null,
    entities text not null,
    is_active integer not null check (is_active in (0, 1)),
    version integer not null check (version > 0),
    changed_at integer not null,
    changed_by text not null) strict, without rowid;

-- Keys that protect sessions, sealed under the master key that lies outside the database.
create table protection_key(
    position integer primary key autoincrement,
    name text not null unique,
    master_key_id text not null,
    sealed_key blob not null) strict;
