-- What is to be told to people, and how far that has come (package org.trainingaudit.notice). Ids, counts and dates only.
create table notice_message (
    -- what it is about; the same thing is told once
    message_key varchar(300) not null primary key,
    kind        varchar(32)  not null,
    details     text         not null,
    created_at  timestamp with time zone not null
);

-- One way by which a message goes.
create table notice_delivery (
    message_key varchar(300) not null,
    way         varchar(64)  not null,
    -- waiting, sent, given-up
    state       varchar(16)  not null,
    attempts    integer      not null,
    next_at     timestamp with time zone not null,
    -- why the last attempt failed; never what was sent
    fault       varchar(200) not null,
    primary key (message_key, way)
);
create index notice_delivery_due on notice_delivery (state, next_at);
