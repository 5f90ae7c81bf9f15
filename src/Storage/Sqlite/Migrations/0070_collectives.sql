-- Bills of children: each waits until a collective bill of its parent takes it.
create table collective_line(
    account_key text not null,
    version integer not null,
    parent_key text not null,
    bill_id text,
    primary key (account_key, version)) strict, without rowid;

create index collective_line_waiting on collective_line(parent_key, account_key, version) where bill_id is null;

create index collective_line_billed on collective_line(parent_key, bill_id, account_key, version)
    where bill_id is not null;

-- Who pays the bills of whom.
create table collective_member(
    account_key text primary key,
    parent_key text not null) strict, without rowid;

create index collective_member_of on collective_member(parent_key, account_key);
