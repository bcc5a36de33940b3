-- How far the schedule has come with each job (package org.trainingaudit.schedule). Whoever moves it on, alone, has done so.
create table schedule_job (
    job      varchar(32) not null primary key,
    -- the newest time at which it was due and that was dealt with: started, or recorded as missed
    last_due timestamp with time zone not null
);
