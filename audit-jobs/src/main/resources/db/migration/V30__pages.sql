-- What keeps every page quick however many uses there are (packages org.trainingaudit.view and .finding): the source of each
-- row's dataset, by which units are told apart, an index for each way in which lists are asked for, and counters kept
-- while the trail is folded, so that nothing is counted when a page is asked for.

alter table view_use add column source varchar(512) default '' not null;
update view_use set source = substring(dataset, 1, greatest(position('/' in dataset) - 1, 0));
create index view_use_source on view_use (source, use_id);
create index view_use_source_worst on view_use (source, worst, use_id);
create index view_use_dataset_worst on view_use (dataset, worst, use_id);

alter table view_verdict add column source varchar(512) default '' not null;
alter table view_verdict add column dataset varchar(512) default '' not null;
update view_verdict set
    source = coalesce((select u.source from view_use u where u.use_id = view_verdict.use_id), ''),
    dataset = coalesce((select u.dataset from view_use u where u.use_id = view_verdict.use_id), '');
create index view_verdict_source on view_verdict (source, regime, verdict, use_id);
create index view_verdict_dataset on view_verdict (dataset, regime, verdict, use_id);
create index view_verdict_source_run on view_verdict (source, run_key, verdict, use_id);

-- How often each regime gives a verdict on uses of a source.
create table view_verdict_count (
    source  varchar(512) not null,
    regime  varchar(64)  not null,
    verdict varchar(32)  not null,
    uses    bigint       not null,
    primary key (source, regime, verdict)
);
insert into view_verdict_count (source, regime, verdict, uses)
    select source, regime, verdict, count(*) from view_verdict group by source, regime, verdict;

alter table finding add column source varchar(512) default '' not null;
update finding set source = substring(dataset, 1, greatest(position('/' in dataset) - 1, 0));
create index finding_list on finding (status, finding_id);
create index finding_regime on finding (regime, status, finding_id);
create index finding_source on finding (source, status, finding_id);
create index finding_source_regime on finding (source, regime, status, finding_id);
create index finding_waived on finding (waiver, finding_id);
create index use_attestation_given on use_attestation (use_id, number);
