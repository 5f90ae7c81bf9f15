-- API keys: of the secret only its hash is kept.
create table api_key(
    key_id text collate "C" primary key,
    name text not null,
    person_id text not null,
    roles text[] not null,
    entities text[] not null,
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz);

create index api_key_newest on api_key(created_at desc, key_id);
