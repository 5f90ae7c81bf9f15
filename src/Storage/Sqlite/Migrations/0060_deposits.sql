-- Deposits as lists read them. What is held is what was paid less what was given back; it is negative where a payment
-- came back after the deposit was given back.
create table deposit(
    account_key text not null,
    deposit_id text not null,
    status text not null,
    basis text not null,
    amount_minor integer not null check (amount_minor >= 0),
    paid_minor integer not null check (paid_minor between 0 and amount_minor),
    held_minor integer not null check (held_minor <= paid_minor),
    interest_minor integer not null check (interest_minor >= 0),
    assessed_on text not null,
    paid_on text,
    primary key (account_key, deposit_id)) strict, without rowid;
