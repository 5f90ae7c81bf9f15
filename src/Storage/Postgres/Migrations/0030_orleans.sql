-- What Orleans keeps in the cluster's database: membership, reminders and grain state. Orleans asks only by the queries of
-- the first table, by parameter and column name; all else here is ours. Every write is one statement: it moves a row at an
-- expected version or changes nothing.

create table orleansquery(
    querykey varchar(64) primary key,
    querytext text not null);

create table orleans_cluster(
    deployment_id text collate "C" primary key,
    version integer not null default 0,
    changed_at timestamptz(3) not null default now());

create table orleans_silo(
    deployment_id text collate "C" not null references orleans_cluster,
    address text collate "C" not null,
    port integer not null,
    generation integer not null,
    silo_name text not null,
    host_name text not null,
    status integer not null,
    proxy_port integer,
    suspect_times text,
    start_time timestamptz(3) not null,
    alive_at timestamptz(3) not null,
    primary key (deployment_id, address, port, generation));

create table orleans_reminder(
    service_id text collate "C" not null,
    grain_id text collate "C" not null,
    reminder_name text collate "C" not null,
    start_time timestamptz(3) not null,
    period bigint not null,
    grain_hash integer not null,
    version integer not null default 0,
    primary key (service_id, grain_id, reminder_name));

create index orleans_reminder_by_hash on orleans_reminder(service_id, grain_hash);

-- The key names a state once, so of two first writes only one gets in.
create table orleans_state(
    service_id text collate "C" not null,
    grain_type text collate "C" not null,
    number_0 bigint not null,
    number_1 bigint not null,
    extension text collate "C" not null,
    version integer not null check (version > 0),
    changed_at timestamptz not null default now(),
    payload bytea,
    primary key (service_id, grain_type, number_0, number_1, extension));

insert into orleansquery(querykey, querytext) values
('InsertMembershipVersionKey', $q$
with added as (
    insert into orleans_cluster(deployment_id) values (@DeploymentId) on conflict do nothing returning 1)
select count(*)::integer from added
$q$),
('InsertMembershipKey', $q$
with moved as (
    update orleans_cluster set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
        and not exists (select from orleans_silo s where s.deployment_id = @DeploymentId
            and s.address = @Address and s.port = @Port and s.generation = @Generation)
    returning deployment_id),
added as (
    insert into orleans_silo(deployment_id, address, port, generation, silo_name, host_name, status, proxy_port,
        start_time, alive_at)
    select deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    from moved
    returning 1)
select count(*)::integer from added
$q$),
('UpdateMembershipKey', $q$
with moved as (
    update orleans_cluster set version = version + 1, changed_at = now()
    where deployment_id = @DeploymentId and version = @Version
        and exists (select from orleans_silo s where s.deployment_id = @DeploymentId
            and s.address = @Address and s.port = @Port and s.generation = @Generation)
    returning deployment_id),
changed as (
    update orleans_silo s set status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime
    from moved
    where s.deployment_id = moved.deployment_id
        and s.address = @Address and s.port = @Port and s.generation = @Generation
    returning 1)
select count(*)::integer from changed
$q$),
('UpdateIAmAlivetimeKey', $q$
update orleans_silo set alive_at = @IAmAliveTime
where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$q$),
('MembershipReadRowKey', $q$
select c.deployment_id as DeploymentId, s.address as Address, s.port as Port, s.generation as Generation,
    s.silo_name as SiloName, s.host_name as HostName, s.status as Status, s.proxy_port as ProxyPort,
    s.suspect_times as SuspectTimes, s.start_time as StartTime, s.alive_at as IAmAliveTime, c.version as Version
from orleans_cluster c
left join orleans_silo s on s.deployment_id = c.deployment_id
    and s.address = @Address and s.port = @Port and s.generation = @Generation
where c.deployment_id = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
select c.deployment_id as DeploymentId, s.address as Address, s.port as Port, s.generation as Generation,
    s.silo_name as SiloName, s.host_name as HostName, s.status as Status, s.proxy_port as ProxyPort,
    s.suspect_times as SuspectTimes, s.start_time as StartTime, s.alive_at as IAmAliveTime, c.version as Version
from orleans_cluster c left join orleans_silo s on s.deployment_id = c.deployment_id
where c.deployment_id = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
select address as Address, proxy_port as ProxyPort, generation as Generation from orleans_silo
where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
$q$),
('CleanupDefunctSiloEntriesKey', $q$
delete from orleans_silo where deployment_id = @DeploymentId and alive_at < @IAmAliveTime and status <> 3
$q$),
('DeleteMembershipTableEntriesKey', $q$
with gone as (delete from orleans_silo where deployment_id = @DeploymentId)
delete from orleans_cluster where deployment_id = @DeploymentId
$q$),
('UpsertReminderRowKey', $q$
insert into orleans_reminder(service_id, grain_id, reminder_name, start_time, period, grain_hash)
values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period::bigint, @GrainHash)
on conflict (service_id, grain_id, reminder_name) do update set start_time = excluded.start_time,
    period = excluded.period, grain_hash = excluded.grain_hash, version = orleans_reminder.version + 1
returning version as Version
$q$),
('ReadReminderRowsKey', $q$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder where service_id = @ServiceId and grain_id = @GrainId
$q$),
('ReadReminderRowKey', $q$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName
$q$),
('ReadRangeRows1Key', $q$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$q$),
('ReadRangeRows2Key', $q$
select grain_id as GrainId, reminder_name as ReminderName, start_time as StartTime, period as Period, version as Version
from orleans_reminder where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$q$),
('DeleteReminderRowKey', $q$
with gone as (
    delete from orleans_reminder
    where service_id = @ServiceId and grain_id = @GrainId and reminder_name = @ReminderName and version = @Version
    returning 1)
select count(*)::integer from gone
$q$),
('DeleteReminderRowsKey', $q$
delete from orleans_reminder where service_id = @ServiceId
$q$),
('ReadFromStorageKey', $q$
select payload as PayloadBinary, version as Version from orleans_state
where service_id = @ServiceId and grain_type = @GrainTypeString and number_0 = @GrainIdN0 and number_1 = @GrainIdN1
    and extension = coalesce(@GrainIdExtensionString::text, '')
$q$),
('WriteToStorageKey', $q$
with moved as (
    update orleans_state set payload = @PayloadBinary, version = version + 1, changed_at = now()
    where service_id = @ServiceId and grain_type = @GrainTypeString and number_0 = @GrainIdN0 and number_1 = @GrainIdN1
        and extension = coalesce(@GrainIdExtensionString::text, '') and version = @GrainStateVersion::integer
    returning version),
added as (
    insert into orleans_state(service_id, grain_type, number_0, number_1, extension, version, payload)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString::text, ''), 1,
        @PayloadBinary
    where @GrainStateVersion::integer is null
    on conflict do nothing
    returning version)
select coalesce((select version from moved), (select version from added), @GrainStateVersion::integer)
    as NewGrainStateVersion
$q$),
('ClearStorageKey', $q$
with cleared as (
    update orleans_state set payload = null, version = version + 1, changed_at = now()
    where service_id = @ServiceId and grain_type = @GrainTypeString and number_0 = @GrainIdN0 and number_1 = @GrainIdN1
        and extension = coalesce(@GrainIdExtensionString::text, '') and version = @GrainStateVersion::integer
    returning version)
select coalesce((select version from cleared), @GrainStateVersion::integer) as NewGrainStateVersion
$q$),
('DeleteStorageKey', $q$
with gone as (
    delete from orleans_state
    where service_id = @ServiceId and grain_type = @GrainTypeString and number_0 = @GrainIdN0 and number_1 = @GrainIdN1
        and extension = coalesce(@GrainIdExtensionString::text, '') and version = @GrainStateVersion::integer
    returning version + 1 as version)
select coalesce((select version from gone), @GrainStateVersion::integer) as NewGrainStateVersion
$q$);
