-- Which process works on runs, where several share this database (package org.trainingaudit.operate).
create table operate_lease (
    name   varchar(32)  not null primary key,
    -- raised by the holder while it lives; whoever sees it stand still for a whole lease may take over
    beat   bigint       not null,
    -- for people; empty while nobody holds it
    holder varchar(200) not null,
    -- the run that is on, or 'trail'; empty before it is known
    work   varchar(64)  not null
);

-- Raised by whoever takes the lease. Work that began under a lower number can't be committed any more. A table of its own, so
-- that saying one is alive waits for nobody's commit.
create table operate_fence (
    name  varchar(32) not null primary key,
    fence bigint      not null
);

insert into operate_lease (name, beat, holder, work) values ('runs', 0, '', '');
insert into operate_fence (name, fence) values ('runs', 0);
