-- What people write down about accounts. The text is sealed with the key of the customer: whose key is destroyed takes
-- it along. A note is never changed: it is pinned, taken down, and withdrawn. Instants are microseconds since 1970.
create table account_note(
    number bigint generated always as identity primary key,
    written_at bigint not null,
    withdrawn_at bigint,
    is_pinned integer not null check (is_pinned in (0, 1)),
    note_id text collate "C" not null unique,
    account_key text collate "C" not null,
    customer_id text collate "C" not null,
    kind text not null check (kind in ('phone', 'email', 'letter', 'message', 'visit', 'internal')),
    body bytea not null,
    about text check (about in ('invoice', 'dispute')),
    about_id text collate "C",
    about_number text,
    written_by text not null,
    withdrawn_by text,
    withdrawn_reason text,
    check ((about is null) = (about_id is null)),
    check ((about is null) = (about_number is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (withdrawn_at is null or is_pinned = 0));

create index account_note_of_account on account_note(account_key, number);

create index account_note_pinned on account_note(account_key, number) where is_pinned = 1;

create index account_note_of_customer on account_note(customer_id, number);

create trigger kept before update of number, note_id, account_key, customer_id, kind, body, about, about_id,
    about_number, written_at, written_by or delete or truncate on account_note
    for each statement execute function refuse_change();

create trigger withdrawn before update on account_note
    for each row when (old.withdrawn_at is not null) execute function refuse_change();
