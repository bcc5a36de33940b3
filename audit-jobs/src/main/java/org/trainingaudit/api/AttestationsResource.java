package org.trainingaudit.api;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.use.Attested;
import org.trainingaudit.view.AttestedView;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Facts that persons vouch for, always in the name of the account that calls. */
@RestController
@RequestMapping("/api/v1/attestations")
class AttestationsResource {

    private static final int LONGEST_KEY = 128;

    private final Attesting attesting;
    private final UseList uses;

    AttestationsResource(Attesting attesting, UseList uses) {
        this.attesting = attesting;
        this.uses = uses;
    }

    /** What is vouched for; members of a set between semicolons, dates as in 2026-11-21. */
    record Wish(
            Optional<String> use,
            Optional<String> fact,
            Optional<String> value,
            Optional<String> evidence,
            Optional<String> since,
            Optional<String> until) {

        AttestationRequest by(String account) {
            return new AttestationRequest(
                    use.orElse(""),
                    fact.orElse(""),
                    value.orElse(""),
                    account,
                    evidence.orElse(""),
                    since.orElse(""),
                    until.orElse(""));
        }
    }

    /** Why one is taken back. */
    record Reason(Optional<String> reason) {}

    @GetMapping
    List<AttestedView> list(Sight sight) {
        return attesting.all().stream()
                .map(AttestedView::of)
                .filter(given -> covers(sight, given.use()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AttestedView attest(
            @RequestBody Wish wish,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            Principal who,
            Sight sight) {
        key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).ifPresent(text -> {
            throw new BadRequest("an Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        });
        requireSeen(wish.use().orElse(""), sight);
        return AttestedView.of(attesting.attest(wish.by(who.getName()), key));
    }

    @PostMapping("/{number:\\d{1,18}}/withdraw")
    AttestedView withdraw(@PathVariable long number, @RequestBody Reason reason, Principal who, Sight sight) {
        Optional<String> use = attesting.find(number).map(Attested::use);
        if (!sight.isWhole() && use.filter(of -> covers(sight, of)).isEmpty()) {
            throw new NotThere();
        }
        return AttestedView.of(
                attesting.withdraw(number, who.getName(), reason.reason().orElse("")));
    }

    private void requireSeen(String use, Sight sight) {
        if (!covers(sight, use)) {
            throw new NotThere();
        }
    }

    /** Whoever sees everything may also vouch for a use that no run has seen yet. */
    private boolean covers(Sight sight, String use) {
        return sight.isWhole() || uses.find(use, sight).isPresent();
    }
}
