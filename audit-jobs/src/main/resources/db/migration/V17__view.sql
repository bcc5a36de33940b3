-- What pages and API show, folded from the published trail (package org.trainingaudit.view). The trail is the record; all of
-- this can be thrown away and folded again.

create table view_position (
    origin  varchar(256) not null primary key,
    entries bigint       not null
);

create table view_run (
    run_key             varchar(64) not null primary key,
    business_date       date        not null,
    as_of               date        not null,
    status              varchar(16) not null,
    datasets_read       bigint      not null,
    datasets_unchanged  bigint      not null,
    datasets_skipped    bigint      not null,
    findings_open       bigint      not null,
    findings_waived     bigint      not null,
    -- the order in which they were closed; 0 while open
    number              bigint      not null
);
create index view_run_number on view_run (number);

create table view_run_count (
    run_key varchar(64) not null,
    regime  varchar(64) not null,
    verdict varchar(32) not null,
    uses    bigint      not null,
    primary key (run_key, regime, verdict)
);

create table view_report (
    run_key   varchar(64)  not null,
    name      varchar(128) not null,
    sha256    varchar(64)  not null,
    bytes     bigint       not null,
    row_count bigint       not null,
    origin    varchar(256) not null,
    seq       bigint       not null,
    primary key (run_key, name)
);

create table view_use (
    use_id     varchar(256) not null primary key,
    dataset    varchar(512) not null,
    training   varchar(512) not null,
    state      varchar(16)  not null,
    -- the worst that any regime says; empty where none says anything
    worst      varchar(32)  not null,
    violations integer      not null,
    reviews    integer      not null,
    missing    integer      not null,
    run_key    varchar(64)  not null
);
create index view_use_worst on view_use (worst, use_id);
create index view_use_dataset on view_use (dataset, use_id);

-- The use as the trail tells it, in the parts in which it does.
create table view_use_part (
    use_id varchar(256) not null,
    part   integer      not null,
    body   text         not null,
    primary key (use_id, part)
);

create table view_verdict (
    use_id      varchar(256) not null,
    regime      varchar(64)  not null,
    verdict     varchar(32)  not null,
    provisional boolean      not null,
    rules       text         not null,
    as_of       date         not null,
    -- since which run, and its business date
    run_key     varchar(64)  not null,
    since       date         not null,
    primary key (use_id, regime)
);
create index view_verdict_list on view_verdict (regime, verdict, use_id);
create index view_verdict_run on view_verdict (run_key, verdict, use_id);

create table view_dataset (
    dataset     varchar(512) not null primary key,
    fingerprint varchar(128) not null,
    skipped     varchar(64)  not null,
    read_rows   bigint       not null,
    classified  bigint       not null,
    rejected    bigint       not null,
    complete    boolean      not null,
    -- the run that read it last
    run_key     varchar(64)  not null
);

create table view_column (
    dataset          varchar(512) not null,
    column_name      varchar(300) not null,
    category         varchar(128) not null,
    detector         varchar(128) not null,
    detector_version varchar(64)  not null,
    matches          bigint       not null,
    share_ppm        bigint       not null,
    confidence_ppm   bigint       not null,
    evidence         varchar(16)  not null,
    primary key (dataset, column_name, category, detector)
);

create table view_contradiction (
    use_id   varchar(256)  not null,
    what     varchar(128)  not null,
    claimed  text          not null,
    observed text          not null,
    evidence text          not null,
    primary key (use_id, what)
);
