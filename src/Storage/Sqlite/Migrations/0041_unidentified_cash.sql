-- Money nobody knows the account of. A row is its own entry in the books: cash against unidentified cash on the day it
-- was booked; it is never changed, and where its account is found the account books it out.
create table unidentified_cash(
    entity_id text not null,
    cash_id text not null,
    source text not null,
    method text not null,
    currency text not null check (length(currency) = 3),
    amount_minor integer not null check (amount_minor > 0),
    value_on text not null,
    booked_on text not null,
    payload blob not null,
    state text not null default 'open' check (state in ('open', 'moving', 'moved')),
    account_id text,
    primary key (entity_id, cash_id),
    check ((state = 'open') = (account_id is null))) strict;

create index unidentified_cash_waiting on unidentified_cash(entity_id, cash_id) where state <> 'moved';

create unique index worklist_open_cash on worklist(entity_id, field)
    where kind = 'unidentified-cash' and state = 'open';

create trigger unidentified_cash_kept before update of entity_id, cash_id, source, method, currency, amount_minor,
    value_on, booked_on on unidentified_cash
begin select raise(abort, 'money of unidentified_cash is never changed'); end;
create trigger unidentified_cash_stays before delete on unidentified_cash
begin select raise(abort, 'rows of unidentified_cash are never deleted'); end;
