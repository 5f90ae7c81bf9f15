-- Money that came in, for lists and worklists. What is left of it waits for a person, unless its payer wants it kept.
create table receipt(
    account_key text collate "C" not null,
    receipt_id text collate "C" not null,
    source text not null,
    method text not null,
    state text not null check (state in ('booked', 'reversed', 'debit-memo', 'charged-back')),
    amount_minor bigint not null check (amount_minor > 0),
    unapplied_minor bigint not null check (unapplied_minor >= 0),
    refunded_minor bigint not null check (refunded_minor >= 0),
    value_on date not null,
    booked_on date not null,
    is_on_account boolean not null,
    primary key (account_key, receipt_id),
    check (unapplied_minor + refunded_minor <= amount_minor));

create index receipt_unapplied on receipt(value_on, account_key, receipt_id) where unapplied_minor > 0;

-- Kinds of waiting work are words of the rooms that write them, so the list of them is no part of the table any more.
alter table worklist drop constraint worklist_kind_check;
alter table worklist add constraint worklist_kind_check check (kind <> '');

create unique index worklist_open_receipt on worklist(entity_id, account_id, field)
    where kind = 'unapplied-cash' and state = 'open';
