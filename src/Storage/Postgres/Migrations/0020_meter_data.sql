-- Interval days and register reads: every version is kept, the newest counts.
create table service_point_head(
    service_point_id text collate "C" primary key,
    data_version bigint not null check (data_version >= 0));

create table interval_day(
    service_point_id text collate "C" not null,
    day date not null,
    channel text collate "C" not null,
    version integer not null check (version >= 1),
    interval_minutes integer not null check (interval_minutes > 0 and 1440 % interval_minutes = 0),
    offset_minutes integer not null,
    unit text not null,
    scale integer not null check (scale between 0 and 9),
    amounts bytea not null,
    quality bytea not null,
    import_id text not null,
    line integer not null,
    primary key (service_point_id, day, channel, version));

create table register_read(
    service_point_id text collate "C" not null,
    read_on date not null,
    register text collate "C" not null,
    meter_serial text collate "C" not null,
    version integer not null check (version >= 1),
    value bigint not null,
    scale integer not null check (scale between 0 and 9),
    quality text not null,
    kind text not null,
    import_id text not null,
    line integer not null,
    primary key (service_point_id, read_on, register, meter_serial, version));
