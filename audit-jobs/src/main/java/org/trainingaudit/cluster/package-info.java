/**
 * The same steps on many machines: a manager deals the shares of a step to workers through a message broker, and waits for
 * them in the database that all share.
 *
 * <p>A message is only a hint that a share can be taken. Whether it is, by whom and whether what they did counts is decided in
 * the database, so a message may be lost, doubled, late or forged and nothing goes wrong. Start at {@link
 * org.trainingaudit.cluster.ManagerFace} and {@link org.trainingaudit.cluster.WorkerFace}; what the manager does next is
 * decided in {@code Dealer}, what a worker takes in {@code Desk}, and both run a thousand times against a simulated world in
 * their test.
 */
@NullMarked
package org.trainingaudit.cluster;

import org.jspecify.annotations.NullMarked;
