-- Findings over time, and waivers (package org.trainingaudit.finding). The trail (V2) is the record; these are projections
-- of its finding_open, finding_close and waiver entries. No other package reads these tables.

alter table finding add column dataset varchar(512) default '' not null;
-- violation, or needs-review where the configuration has that followed too
alter table finding add column verdict varchar(32) default 'violation' not null;
alter table finding add column categories text default '' not null;
alter table finding add column severity varchar(16) default 'medium' not null;
alter table finding add column owner varchar(256) default '' not null;
alter table finding add column due_on date;
-- opened_on is the day of the last opening; this is the day of the first
alter table finding add column first_opened_on date;
alter table finding add column last_seen_on date;
alter table finding add column closed_on date;
alter table finding add column reopened integer default 0 not null;
-- The waiver that covers it, and what was breached and concerned when it began to: more than that overtakes it
alter table finding add column waiver varchar(32) default '' not null;
alter table finding add column accepted_rules text default '' not null;
alter table finding add column accepted_categories text default '' not null;
-- Waivers that it has overtaken and that never cover it again, separated by blanks
alter table finding add column lost_waivers text default '' not null;

update finding set first_opened_on = opened_on, last_seen_on = opened_on;

create index finding_use on finding (use_id);

create table finding_waiver (
    waiver          varchar(32)  not null primary key,
    -- counts from 1 in the order of asking
    number          bigint       not null unique,
    state           varchar(16)  not null,
    scope           text         not null,
    reason          text         not null,
    requester       varchar(128) not null,
    requested_on    date         not null,
    holds_until     date         not null,
    decider         varchar(128) default '' not null,
    decided_on      date,
    decision_reason text         default '' not null
);
create index finding_waiver_state on finding_waiver (state);

-- How many entries a run's reports are folded from: those under the checkpoint that was signed before them. It stays over a
-- restart, so that a seal by somebody else in between changes no report.
alter table nightly_run add column sealed_size bigint default 0 not null;
