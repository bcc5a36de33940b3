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
