-- Deposits as lists read them. What is held is what was paid less what was given back; it is negative where a payment
-- came back after the deposit was given back.
create table deposit(
    amount_minor bigint not null check (amount_minor >= 0),
    paid_minor bigint not null check (paid_minor between 0 and amount_minor),
    held_minor bigint not null check (held_minor <= paid_minor),
    interest_minor bigint not null check (interest_minor >= 0),
    assessed_on date not null,
    paid_on date,
    account_key text collate "C" not null,
    deposit_id text collate "C" not null,
    status text not null,
    basis text not null,
    primary key (account_key, deposit_id));
