-- What the authority last answered of each law, as it was dropped: the nights lay it beside the packs.
create table law_answer (
    law_id  varchar(64) not null primary key,
    sha256  varchar(64) not null,
    answer  bytea       not null
);

-- A finding is a violation of a use, or a review: a point of a pack that a person has to look at.
alter table finding add column kind varchar(16) default 'violation' not null;
alter table finding add column said text default '' not null;
