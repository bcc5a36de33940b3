package org.trainingaudit.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waivers: one person asks, another decides; joins the caller's transaction.
 *
 * <p>An approved waiver covers the open findings of its scope at once, and those that are opened under it while it holds.
 * A night notices that it has expired, was withdrawn or is overtaken; see {@link Findings#follow}.
 */
public final class Waivers {

    private final WaiverRows rows;
    private final FindingRows findings;

    public Waivers(JdbcClient jdbc, JdbcTemplate batches) {
        this.rows = new WaiverRows(jdbc);
        this.findings = new FindingRows(jdbc, batches);
    }

    /** All of them, in the order of asking. */
    public List<Waiver> all() {
        return rows.all();
    }

    /** The waiver of that id. */
    public Optional<Waiver> find(String id) {
        return rows.find(id);
    }

    /**
     * Asks for a waiver.
     *
     * @throws WaiverRefused where no finding has that id, the reason is empty, or the last day is past or too far ahead
     */
    public Waiver request(
            FindingPolicy policy,
            WaiverScope scope,
            String requester,
            String reason,
            LocalDate until,
            LocalDate today) {
        needed(requester, "an account that asks");
        needed(reason, "a reason");
        LocalDate latest = today.plusDays(policy.longestWaiverDays());
        if (until.isBefore(today) || until.isAfter(latest)) {
            throw new WaiverRefused(
                    "a waiver's last day lies between " + today + " and " + latest + ", but was " + until);
        }
        scope.finding().ifPresent(this::refuseUnlessOpen);
        long number = rows.nextNumber();
        Waiver waiver = new Waiver(
                "W-" + number, Waiver.State.REQUESTED, scope, reason, requester, today, until, Optional.empty());
        rows.add(waiver, number);
        return waiver;
    }

    private void refuseUnlessOpen(String finding) {
        if (findings.find(finding).filter(Finding::open).isEmpty()) {
            throw new WaiverRefused("no open finding '" + finding + "'; findings.csv lists them");
        }
    }

    /**
     * Approves a waiver that was asked for; it covers the open findings of its scope from now on.
     *
     * @throws WaiverRefused where the approver asked for it, it was decided already, or its last day is past
     */
    public Waiver approve(String id, String approver, String reason, LocalDate today) {
        Waiver requested = requestedByAnother(id, approver);
        if (requested.until().isBefore(today)) {
            throw new WaiverRefused(
                    "waiver " + id + " was asked for until " + requested.until() + ", which is past; ask anew");
        }
        Waiver approved = decide(requested, Waiver.State.APPROVED, approver, reason, today);
        findings.cover(approved);
        return approved;
    }

    /**
     * Refuses a waiver that was asked for.
     *
     * @throws WaiverRefused where the same person asked for it, it was decided already, or no reason is given
     */
    public Waiver refuse(String id, String approver, String reason, LocalDate today) {
        needed(reason, "a reason");
        return decide(requestedByAnother(id, approver), Waiver.State.REFUSED, approver, reason, today);
    }

    /**
     * Takes back a waiver, asked for or approved; its findings count as open from now on.
     *
     * @throws WaiverRefused where it was refused or withdrawn before, or no reason is given
     */
    public Waiver withdraw(String id, String actor, String reason, LocalDate today) {
        needed(actor, "an account that withdraws");
        needed(reason, "a reason");
        Waiver waiver = existing(id);
        if (waiver.state() != Waiver.State.REQUESTED && waiver.state() != Waiver.State.APPROVED) {
            throw new WaiverRefused("waiver " + id + " is " + waiver.state().word() + "; there is nothing to withdraw");
        }
        return decide(waiver, Waiver.State.WITHDRAWN, actor, reason, today);
    }

    private Waiver requestedByAnother(String id, String approver) {
        needed(approver, "an account that decides");
        Waiver waiver = existing(id);
        if (waiver.state() != Waiver.State.REQUESTED) {
            throw new WaiverRefused(
                    "waiver " + id + " is already " + waiver.state().word() + "; ask for a new one");
        }
        if (waiver.requester().equals(approver)) {
            throw new WaiverRefused("'" + approver + "' asked for waiver " + id + "; another person must decide");
        }
        return waiver;
    }

    private Waiver existing(String id) {
        return rows.find(id).orElseThrow(() -> new WaiverRefused("no waiver '" + id + "'; see 'audit waiver list'"));
    }

    private Waiver decide(Waiver waiver, Waiver.State now, String actor, String reason, LocalDate today) {
        Waiver decided = waiver.decided(now, new Waiver.Decision(actor, today, reason));
        if (!rows.decide(decided, waiver.state())) {
            throw new WaiverRefused("waiver " + waiver.id() + " was decided by somebody else just now; look again");
        }
        return decided;
    }

    private static void needed(String text, String what) {
        if (text.isBlank()) {
            throw new WaiverRefused("a waiver needs " + what);
        }
    }
}
