-- Grain state that is not money, for the embedded default. The version is the ETag and goes on when a state is
-- cleared, so that an old ETag never fits again.
create table grain_state(
    state_name text not null,
    grain_id text not null,
    version integer not null check (version > 0),
    payload blob,
    primary key (state_name, grain_id)) strict;
