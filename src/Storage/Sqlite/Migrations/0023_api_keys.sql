-- API keys: of the secret only its hash is kept. Roles and entities are JSON arrays.
create table api_key(
    key_id text primary key,
    name text not null,
    person_id text not null,
    roles text not null,
    entities text not null,
    secret_hash blob not null check (length(secret_hash) = 32),
    created_at integer not null,
    expires_at integer not null,
    revoked_at integer,
    last_used_at integer) strict, without rowid;

create index api_key_newest on api_key(created_at desc, key_id);
