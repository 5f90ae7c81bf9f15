-- Policies of dunning and of disputes are master data too; the program knows the kinds there are.
create table master_record_of_any_kind(
    kind text not null check (kind <> ''),
    id text not null check (length(id) > 0),
    version integer not null check (version > 0),
    entity_id text not null,
    valid_from text not null,
    at integer not null,
    command_id text not null,
    actor_kind integer not null,
    actor text not null,
    source text not null,
    reason text,
    body blob not null,
    primary key (kind, id, version)) strict;

insert into master_record_of_any_kind(kind, id, version, entity_id, valid_from, at, command_id, actor_kind, actor,
    source, reason, body)
select kind, id, version, entity_id, valid_from, at, command_id, actor_kind, actor, source, reason, body
from master_record;

drop trigger master_record_kept;
drop trigger master_record_stays;
drop table master_record;
alter table master_record_of_any_kind rename to master_record;

create trigger master_record_kept before update on master_record
begin select raise(abort, 'rows of master_record are never changed'); end;
create trigger master_record_stays before delete on master_record
begin select raise(abort, 'rows of master_record are never changed'); end;
