-- What persons said of columns (package org.trainingaudit.use). The trail's 'column_review' entries are the record.

create table use_column_review (
    number       bigint        not null primary key,
    -- names as the trail has them
    dataset      varchar(512)  not null,
    column_name  varchar(512)  not null,
    category     varchar(128)  not null,
    decision     varchar(16)   not null,
    actor        varchar(128)  not null,
    reason       varchar(2000) not null,
    decided_on   date          not null,
    -- what the dataset looked like when it was last scanned before
    fingerprint  varchar(128)  not null,
    -- the day from which it no longer counts; null while nobody took it back or decided anew
    withdrawn_on date
);
create index use_column_review_dataset on use_column_review (dataset);

-- The reviews that a run found of a dataset, each with whether the data are still those that were looked at.
alter table nightly_dataset add column reviews text default '[]' not null;

-- What a person said of it (package org.trainingaudit.view): confirmed or rejected, '-overtaken' where the data have changed
-- since; empty where nobody did.
alter table view_column add column review varchar(32) default '' not null;
