-- Accounts of people who sign in with their organisation's own provider have no password here (package org.trainingaudit.access).
alter table access_account add column organisation boolean default false not null;

-- An attestation that is sent twice under one key is given once (package org.trainingaudit.operate).
create table operate_attest (
    attest_key varchar(256) not null primary key,
    asked      varchar(64)  not null,
    number     bigint       not null
);
