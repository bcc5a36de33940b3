-- Which data folder belongs to this database (package org.trainingaudit.operate): programs that serve one database on several
-- machines need one folder too. One row; the folder has the same id in a file.
create table operate_folder (
    only_one integer      not null primary key,
    folder   varchar(64)  not null,
    noted_by varchar(256) not null
);
