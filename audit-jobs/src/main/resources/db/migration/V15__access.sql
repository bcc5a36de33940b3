-- Who may sign in, and as what (package org.trainingaudit.access). Passwords are kept only as salted, slow hashes.

create table access_account (
    name          varchar(64)  not null primary key,
    password_hash varchar(256) not null,
    role          varchar(32)  not null,
    -- The owner whose datasets the account sees; empty: all.
    unit          varchar(256) default '' not null,
    enabled       boolean      default true not null,
    created_at    timestamp with time zone not null
);
