-- Datasets that need no reading in a night are settled all at once, when the night is prepared (package org.trainingaudit.nightly).

-- What is asked of the dataset's values tonight, as dataset_known has it of the last time that it was read. Where both agree on
-- it and on the fingerprint, the dataset is unchanged, its 'result' stays empty, and dataset_known has it.
alter table nightly_dataset add column detectors varchar(64) default '' not null;
