-- A log for each year, and values that can be forgotten (package org.trainingaudit.trail).

-- The entries of every log of this database: log counts the years' logs from 1, seq begins at 0 in each.
-- In production the application's role has SELECT and INSERT on it, no more.
create table trail_entry_of_log (
    log   integer     not null,
    seq   bigint      not null,
    id    varchar(64) not null,
    bytes bytea       not null,
    primary key (log, seq),
    unique (log, id)
);
insert into trail_entry_of_log (log, seq, id, bytes) select 1, seq, id, bytes from trail_entry;
drop table trail_entry;
alter table trail_entry_of_log rename to trail_entry;

-- The running log.
alter table trail_head add column log integer default 1 not null;

-- Logs that were closed, as they were left; their files lie in trail-closed/.
create table trail_closed (
    log      integer      not null primary key,
    origin   varchar(256) not null unique,
    size     bigint       not null,
    frontier bytea        not null
);

-- What a commitment in an entry stands for. Deleting a row is forgetting: the entry stays and confirms nothing any more.
create table trail_commitment (
    commitment varchar(64)  not null primary key,
    subject    varchar(256) not null,
    field      varchar(64)  not null,
    secret     bytea        not null,
    content    text         not null
);
create index trail_commitment_subject on trail_commitment (subject);
