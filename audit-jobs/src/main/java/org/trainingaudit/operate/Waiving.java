package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Waiver;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.finding.WaiverScope;
import org.trainingaudit.finding.Waivers;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asking for waivers and deciding on them. Each act is one transaction that changes the waiver and records it, and is
 * sealed at once.
 *
 * <p>Whoever calls this vouches for the account: it checks that two different accounts ask and decide, not who sits at
 * the keyboard.
 */
@Component
public class Waiving {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Waivers waivers;
    private final Findings findings;
    private final UseList uses;
    private final SealedActs acts;
    private final Configuration setup;
    private final BusinessDate date;
    private final FreeText freeText;

    Waiving(
            Waivers waivers,
            Findings findings,
            UseList uses,
            SealedActs acts,
            Configuration setup,
            BusinessDate date,
            FreeText freeText) {
        this.waivers = waivers;
        this.findings = findings;
        this.uses = uses;
        this.acts = acts;
        this.setup = setup;
        this.date = date;
        this.freeText = freeText;
    }

    /** A waiver as it stands today: requested, approved, refused, withdrawn or expired. */
    public record Listed(Waiver waiver, String standing) {}

    /** All waivers, in the order of asking. */
    public List<Listed> list() {
        LocalDate today = date.today();
        return waivers.all().stream()
                .map(waiver -> new Listed(waiver, waiver.standing(today)))
                .toList();
    }

    /** Whether all that a waiver is for is among what is seen; to somebody else it is as if there were none. */
    public boolean isSeen(String id, Sight sight) {
        return sight.isWhole()
                || waivers.find(id).filter(waiver -> isSeen(waiver, sight)).isPresent();
    }

    /** The same of a waiver at hand. */
    public boolean isSeen(Waiver waiver, Sight sight) {
        return sight.isWhole() || covers(sight, waiver.scope());
    }

    private boolean covers(Sight sight, WaiverScope scope) {
        Optional<String> ofFinding = scope.finding()
                .flatMap(findings::find)
                .map(finding -> finding.seen().dataset());
        Optional<String> ofUse =
                scope.use().flatMap(use -> uses.find(use, sight)).map(UseList.Line::dataset);
        return ofFinding
                .or(scope::dataset)
                .or(() -> ofUse)
                .filter(sight::covers)
                .isPresent();
    }

    /**
     * Asks for a waiver.
     *
     * @param by the account that asks
     * @param until the last day on which it shall hold
     * @throws WaiverRefused with what is wrong and what would be right
     */
    public Waiver request(WaiverScope scope, String by, String reason, LocalDate until) {
        return act(by, reason, today -> waivers.request(setup.findings(), scope, by, reason, until, today));
    }

    /**
     * Approves a waiver; its findings are waived from now on.
     *
     * @param reason may be empty
     * @throws WaiverRefused where the same account asked for it, or it can no longer be approved
     */
    public Waiver approve(String id, String by, String reason) {
        return act(by, reason, today -> waivers.approve(id, by, reason, today));
    }

    /**
     * Refuses a waiver.
     *
     * @throws WaiverRefused where the same account asked for it, it was decided already, or no reason is given
     */
    public Waiver refuse(String id, String by, String reason) {
        return act(by, reason, today -> waivers.refuse(id, by, reason, today));
    }

    /**
     * Takes a waiver back; its findings count as open from now on, and the next night reopens them.
     *
     * @throws WaiverRefused where there is nothing to take back, or no reason is given
     */
    public Waiver withdraw(String id, String by, String reason) {
        return act(by, reason, today -> waivers.withdraw(id, by, reason, today));
    }

    private Waiver act(String by, String reason, Function<LocalDate, Waiver> act) {
        freeText.faultOfAccount(by).or(() -> freeText.faultOfReason(reason)).ifPresent(fault -> {
            throw new WaiverRefused(fault);
        });
        LocalDate today = date.today();
        return acts.act(() -> act.apply(today), Waiving::entry);
    }

    private static EntryDraft entry(Waiver waiver) {
        String target = waiver.scope().target();
        String state = waiver.state().word();
        ObjectNode body = JSON.createObjectNode()
                .put("waiver", waiver.id())
                .put("state", state)
                .put("target", target)
                .put("actor", waiver.requester())
                .put("approver", waiver.decision().map(Waiver.Decision::actor).orElse(null))
                .put("reason", waiver.reason())
                .put(
                        "decision_reason",
                        waiver.decision().map(Waiver.Decision::reason).orElse(null))
                .put("requested_on", waiver.requestedOn().toString())
                .put(
                        "decided_on",
                        waiver.decision()
                                .map(decision -> decision.on().toString())
                                .orElse(null))
                .put("until", waiver.until().toString());
        ObjectNode scope = body.putObject("scope");
        waiver.scope().finding().ifPresent(id -> scope.put("finding", id));
        waiver.scope().regime().ifPresent(id -> scope.put("regime", id));
        waiver.scope().dataset().ifPresent(id -> scope.put("dataset", id));
        waiver.scope().use().ifPresent(id -> scope.put("use", id));
        return new EntryDraft("waiver", "", List.of(target, waiver.id() + "/" + state), body);
    }
}
