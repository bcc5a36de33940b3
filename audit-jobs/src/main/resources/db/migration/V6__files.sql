-- What was last known of each file of a dataset, so that one that hasn't changed needn't be read to know it. Working space:
-- emptied, it only costs one reading of all files.

create table dataset_file (
    path_sha256 varchar(64)  not null primary key,
    -- size, time of writing, time of change, inode and device, as the file system told them before the file was read
    state       varchar(256) not null,
    sha256      varchar(64)  not null,
    bytes       bigint       not null,
    -- when the reading began, in milliseconds since 1970
    hashed_at   bigint       not null
);
