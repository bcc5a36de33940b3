package org.trainingaudit.cluster;

/**
 * What a message says: that a share can be taken. Nothing of it is believed that the database doesn't confirm.
 *
 * @param run the run's key
 * @param share the share's step in the job repository
 * @param turn the turn that whoever takes it begins; only the one behind the share's last turn can be begun
 * @param fence the lease under which the manager works
 * @param config the configuration snapshot with which the run began
 * @param lastResort whether all who are there have left it to others before: whoever takes it now leaves nothing
 */
record Offer(String run, long share, long turn, long fence, String config, boolean lastResort) {}
