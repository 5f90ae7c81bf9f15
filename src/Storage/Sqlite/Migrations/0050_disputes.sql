-- Disputes as lists and statistics read them. A dispute is never credited with more than was disputed.
create table dispute(
    account_key text not null,
    dispute_id text not null,
    item_id text not null,
    line_number integer,
    amount_minor integer not null check (amount_minor > 0),
    credit_minor integer not null check (credit_minor between 0 and amount_minor),
    reason text not null,
    root_cause text,
    owner text not null,
    stage text not null,
    outcome text,
    opened_on text not null,
    due_on text not null check (due_on >= opened_on),
    decided_on text,
    escalated_on text,
    primary key (account_key, dispute_id)) strict, without rowid;

create index dispute_undecided on dispute(due_on, account_key) where outcome is null;
