-- Disputes as lists and statistics read them. A dispute is never credited with more than was disputed.
create table dispute(
    amount_minor bigint not null check (amount_minor > 0),
    credit_minor bigint not null check (credit_minor between 0 and amount_minor),
    opened_on date not null,
    due_on date not null check (due_on >= opened_on),
    decided_on date,
    escalated_on date,
    line_number integer,
    account_key text collate "C" not null,
    dispute_id text collate "C" not null,
    item_id text not null,
    reason text not null,
    root_cause text,
    owner text not null,
    stage text not null,
    outcome text,
    primary key (account_key, dispute_id));

create index dispute_undecided on dispute(due_on, account_key) where outcome is null;
