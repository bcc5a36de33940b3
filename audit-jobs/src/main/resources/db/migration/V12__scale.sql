-- What a million uses need (packages org.trainingaudit.nightly and org.trainingaudit.trail).

-- How often each regime gave each verdict, a row for each chunk that was judged; a use's own verdicts are in the trail.
create table nightly_verdict_tally (
    run_key  varchar(64)  not null,
    -- The first use of the chunk.
    chunk    varchar(256) not null,
    regime   varchar(64)  not null,
    verdict  varchar(32)  not null,
    uses     bigint       not null,
    primary key (run_key, chunk, regime, verdict)
);
insert into nightly_verdict_tally (run_key, chunk, regime, verdict, uses)
    select run_key, '', regime, verdict, count(*) from nightly_verdict group by run_key, regime, verdict;
drop table nightly_verdict;

-- H2 writes its sequence to the disk whenever the numbers it holds ready are used up, in a commit of its own, and it gives
-- them out in order to all sessions. PostgreSQL holds them ready for each session, which would lose the order: there it's 1.
alter table trail_pending alter column position set cache ${queue-numbers-at-once};

-- A run's uses are walked in the order of their key. With this index beside it H2 took the one for the conditions and then
-- read and sorted, for each page, every use that was left.
drop index nightly_use_todo;

-- One row for each use or dataset of which something was recorded, instead of one for each part of it.
create table nightly_recorded_parts (
    kind    varchar(32)  not null,
    -- the use or dataset
    subject varchar(512) not null,
    -- for each part its hash, U+001F and its name, U+001E between two
    parts   text         not null,
    run_key varchar(64)  not null,
    -- whether the next run records all of it again; the names of the parts stay known
    anew    boolean      default false not null,
    primary key (kind, subject)
);
insert into nightly_recorded_parts (kind, subject, parts, run_key, anew)
    select kind, owner, string_agg(hash || U&'\001f' || part, U&'\001e' order by part), max(run_key),
            min(case when hash = '' then 1 else 0 end) = 1
        from (select kind, substring(body_sha256, 1, 32) as hash, run_key,
                substring(subject || U&'\001f', 1, position(U&'\001f' in subject || U&'\001f') - 1) as owner,
                substring(subject, position(U&'\001f' in subject || U&'\001f') + 1) as part
            from nightly_recorded) as said
        group by kind, owner;
drop table nightly_recorded;
alter table nightly_recorded_parts rename to nightly_recorded;
