-- Money nobody knows the account of. A row is its own entry in the books: cash against unidentified cash on the day it
-- was booked; it is never changed, and where its account is found the account books it out.
create table unidentified_cash(
    entity_id text collate "C" not null,
    cash_id text collate "C" not null,
    source text not null,
    method text not null,
    currency text not null check (length(currency) = 3),
    amount_minor bigint not null check (amount_minor > 0),
    value_on date not null,
    booked_on date not null,
    payload bytea not null,
    state text not null default 'open' check (state in ('open', 'moving', 'moved')),
    account_id text collate "C",
    primary key (entity_id, cash_id),
    check ((state = 'open') = (account_id is null)));

create index unidentified_cash_waiting on unidentified_cash(entity_id, cash_id) where state <> 'moved';

create unique index worklist_open_cash on worklist(entity_id, field)
    where kind = 'unidentified-cash' and state = 'open';

create function keep_unidentified_cash() returns trigger language plpgsql as $$
begin
    raise exception 'money of unidentified_cash is never changed' using errcode = 'restrict_violation';
end $$;

create trigger money_kept before update of entity_id, cash_id, source, method, currency, amount_minor, value_on,
    booked_on on unidentified_cash for each row execute function keep_unidentified_cash();
create trigger rows_stay before delete or truncate on unidentified_cash
    for each statement execute function keep_unidentified_cash();
