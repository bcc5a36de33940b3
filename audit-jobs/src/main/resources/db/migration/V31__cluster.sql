-- Who works on which share of the step that is on, where several processes share the work (package org.trainingaudit.cluster).
-- Rows are there while the manager waits for them. A message is a hint; what holds is here.
create table cluster_share (
    -- the share's step in the job repository
    share  bigint       not null primary key,
    -- raised by whoever takes the share; work begun in an earlier turn can't be committed any more
    turn   bigint       not null,
    -- for people; empty while nobody has taken it
    holder varchar(200) not null
);

-- Raised by the holder while it lives. A table of its own, so that saying one is alive waits for nobody's commit.
create table cluster_beat (
    share bigint not null primary key,
    beat  bigint not null
);
