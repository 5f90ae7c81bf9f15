-- What people and programs did to the installation itself, chained so that no entry can be changed, dropped or moved;
-- and
-- seals over the heads of all chains.
create table audit_entry(
    position bigint primary key check (position > 0),
    at timestamptz not null,
    actor text collate "C" not null,
    source text not null,
    key_id text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    entity_id text collate "C",
    account_id text collate "C",
    request_id text not null,
    reason text,
    before text,
    after text,
    previous bytea not null check (length(previous) = 32));

create unique index audit_entry_once on audit_entry(request_id, action, subject_id, actor);
create index audit_entry_by_account on audit_entry(entity_id, account_id, position) where account_id is not null;
create index audit_entry_by_actor on audit_entry(actor, position);

create table audit_head(
    id smallint primary key check (id = 1),
    position bigint not null check (position >= 0),
    link bytea not null check (length(link) = 32)) with (fillfactor = 20);

insert into audit_head(id, position, link) values (1, 0, decode(repeat('00', 32), 'hex'));

create table audit_seal(
    number bigint primary key check (number > 0),
    body text not null);

-- The accounts a seal covers, with their versions.
create table audit_seal_part(
    number bigint not null references audit_seal(number),
    part integer not null check (part >= 0),
    body bytea not null,
    primary key (number, part));

alter table audit_seal_part alter column body set storage external;

-- Accounts at which every look is noted.
create table sensitive_account(
    entity_id text collate "C" not null,
    account_id text collate "C" not null,
    reason text not null,
    marked_by text not null,
    marked_at timestamptz not null,
    primary key (entity_id, account_id));

create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_seal_part
    for each statement execute function refuse_change();
