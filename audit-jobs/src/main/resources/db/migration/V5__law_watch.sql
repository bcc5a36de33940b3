-- The law watch (package org.trainingaudit.nightly): what authorities answered, and where packs differ from it.

-- What the authority last answered of each law, as it was dropped: the nights lay it beside the packs.
create table law_answer (
    law_id  varchar(64) not null primary key,
    sha256  varchar(64) not null,
    answer  bytea       not null
);

-- A pack whose stored dates differ from the answer. A projection of finding_open and finding_close entries in the trail.
create table law_review (
    finding_id varchar(16) not null primary key,
    regime     varchar(64) not null,
    law_id     varchar(64) not null,
    open       boolean     not null,
    places     text        not null,
    said       text        not null
);
