-- What people and programs did to the installation itself, chained so that no entry can be changed, dropped or moved;
-- and
-- seals over the heads of all chains. Instants are microseconds since 1970.
create table audit_entry(
    position integer primary key check (position > 0),
    at integer not null,
    actor text not null,
    source text not null,
    key_id text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    entity_id text,
    account_id text,
    request_id text not null,
    reason text,
    before text,
    after text,
    previous blob not null check (length(previous) = 32)) strict;

create unique index audit_entry_once on audit_entry(request_id, action, subject_id, actor);
create index audit_entry_by_account on audit_entry(entity_id, account_id, position) where account_id is not null;
create index audit_entry_by_actor on audit_entry(actor, position);

create table audit_head(
    id integer primary key check (id = 1),
    position integer not null check (position >= 0),
    link blob not null check (length(link) = 32)) strict;

insert into audit_head(id, position, link) values (1, 0, zeroblob(32));

create table audit_seal(
    number integer primary key check (number > 0),
    body text not null) strict;

-- The accounts a seal covers, with their versions.
create table audit_seal_part(
    number integer not null references audit_seal(number),
    part integer not null check (part >= 0),
    body blob not null,
    primary key (number, part)) strict, without rowid;

-- Accounts at which every look is noted.
create table sensitive_account(
    entity_id text not null,
    account_id text not null,
    reason text not null,
    marked_by text not null,
    marked_at integer not null,
    primary key (entity_id, account_id)) strict, without rowid;

create trigger audit_entry_kept before update on audit_entry
begin select raise(abort, 'rows of audit_entry are never changed'); end;
create trigger audit_entry_stays before delete on audit_entry
begin select raise(abort, 'rows of audit_entry are never changed'); end;
create trigger audit_seal_kept before update on audit_seal
begin select raise(abort, 'rows of audit_seal are never changed'); end;
create trigger audit_seal_stays before delete on audit_seal
begin select raise(abort, 'rows of audit_seal are never changed'); end;
create trigger audit_seal_part_kept before update on audit_seal_part
begin select raise(abort, 'rows of audit_seal_part are never changed'); end;
create trigger audit_seal_part_stays before delete on audit_seal_part
begin select raise(abort, 'rows of audit_seal_part are never changed'); end;
