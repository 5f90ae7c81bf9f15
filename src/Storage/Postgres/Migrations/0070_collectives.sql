-- Bills of children: each waits until a collective bill of its parent takes it.
create table collective_line(
    version bigint not null,
    account_key text collate "C" not null,
    parent_key text collate "C" not null,
    bill_id text collate "C",
    primary key (account_key, version));

create index collective_line_waiting on collective_line(parent_key, account_key, version) where bill_id is null;

create index collective_line_billed on collective_line(parent_key, bill_id, account_key, version)
    where bill_id is not null;

-- Who pays the bills of whom.
create table collective_member(
    account_key text collate "C" primary key,
    parent_key text collate "C" not null);

create index collective_member_of on collective_member(parent_key, account_key);
