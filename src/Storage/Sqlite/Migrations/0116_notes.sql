-- What people write down about accounts. The text is sealed with the key of the customer: whose key is destroyed takes
-- it along. A note is never changed: it is pinned, taken down, and withdrawn. Instants are microseconds since 1970.
create table account_note(
    number integer primary key autoincrement,
    note_id text not null unique,
    account_key text not null,
    customer_id text not null,
    kind text not null check (kind in ('phone', 'email', 'letter', 'message', 'visit', 'internal')),
    body blob not null,
    about text check (about in ('invoice', 'dispute')),
    about_id text,
    about_number text,
    written_at integer not null,
    written_by text not null,
    is_pinned integer not null check (is_pinned in (0, 1)),
    withdrawn_at integer,
    withdrawn_by text,
    withdrawn_reason text,
    check ((about is null) = (about_id is null)),
    check ((about is null) = (about_number is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (withdrawn_at is null or is_pinned = 0)) strict;

create index account_note_of_account on account_note(account_key, number);

create index account_note_pinned on account_note(account_key, number) where is_pinned = 1;

create index account_note_of_customer on account_note(customer_id, number);

create trigger account_note_kept before update of number, note_id, account_key, customer_id, kind, body, about,
    about_id, about_number, written_at, written_by on account_note
begin select raise(abort, 'rows of account_note are never changed'); end;

create trigger account_note_withdrawn before update on account_note when old.withdrawn_at is not null
begin select raise(abort, 'a note that was withdrawn is never changed'); end;

create trigger account_note_stays before delete on account_note
begin select raise(abort, 'rows of account_note are never changed'); end;
