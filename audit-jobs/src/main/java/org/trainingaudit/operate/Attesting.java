package org.trainingaudit.operate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.use.Attestation;
import org.trainingaudit.use.AttestationJson;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.use.Attestations;
import org.trainingaudit.use.Attested;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Registers;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vouching for facts of uses, and taking that back. Both are in the trail, under a published checkpoint, before the call
 * returns; the next run counts them.
 */
@Component
public class Attesting {

    private static final String KIND = "attestation";
    private static final int AT_A_TIME = 1_000;

    private final Attestations attestations;
    private final UseList known;
    private final Trail trail;
    private final Configuration setup;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Attesting(
            Attestations attestations,
            UseList known,
            Trail trail,
            Configuration setup,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.attestations = attestations;
        this.known = known;
        this.trail = trail;
        this.setup = setup;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records that somebody vouches for a fact.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault, and then nothing is recorded: no register
     *     has the use, the fact isn't in the catalogue or can't have that value, author, evidence or last day are missing,
     *     or the last day has passed
     */
    public Attested attest(AttestationRequest request) {
        return attest(request, given -> {});
    }

    /** The same, with something that is kept with it or not at all. */
    Attested attest(AttestationRequest request, Consumer<Attested> with) {
        Faults faults = new Faults();
        checkUse(request.use(), faults);
        Optional<Fact> fact = request.fact(setup.facts(), today(), faults);
        faults.throwIfAny();
        Attested given = inOne(() -> {
            Attested kept = attestations.add(request.use(), fact.orElseThrow());
            submit(kept, Long.toString(kept.number()), AttestationJson.given(kept));
            with.accept(kept);
            return kept;
        });
        publish();
        return given;
    }

    /**
     * Records that an attestation is taken back from today on; it still counted before.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault: there is no attestation of that number, it
     *     was taken back already, or who and why are missing
     */
    public Attested withdraw(long number, String by, String reason) {
        Faults faults = new Faults();
        Optional<Attested> given = attestations.find(number);
        if (given.isEmpty()) {
            faults.add(Location.of("withdraw"), "there is no attestation " + number + "; 'audit attest list' has them");
        }
        given.flatMap(it -> it.fact().attestation())
                .flatMap(Attestation::withdrawn)
                .ifPresent(day -> faults.add(
                        Location.of("withdraw"), "attestation " + number + " was withdrawn on " + day + " already"));
        require("--by", "who takes it back", by, faults);
        require("--reason", "why it is taken back", reason, faults);
        faults.throwIfAny();
        Attested withdrawn = inOne(() -> {
            attestations.withdraw(number, today());
            ObjectNode body = AttestationJson.withdrawn(given.orElseThrow(), today(), by.strip(), reason.strip());
            submit(given.orElseThrow(), number + "/withdrawn", body);
            return attestations.find(number).orElseThrow();
        });
        publish();
        return withdrawn;
    }

    /** All that were ever given, in that order. */
    public List<Attested> all() {
        return attestations.all();
    }

    /** Those that were ever given of one use, in that order. */
    public List<Attested> of(String use) {
        return attestations.of(use);
    }

    /** The business date, before which an attestation can't end. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), setup.settings().nightly().businessZone());
    }

    /** Where the last night knows it there is no need to read all registers. */
    private void checkUse(String use, Faults faults) {
        if (known.find(use, Sight.ALL)
                .filter(line -> !line.state().equals("ended"))
                .isPresent()) {
            return;
        }
        List<Path> files = setup.sources().registers().stream()
                .map(Text::value)
                .map(Path::of)
                .toList();
        List<String> ids = Registers.read(files, setup.facts()).uses().stream()
                .map(Use::id)
                .toList();
        if (!ids.contains(use)) {
            faults.add(Location.of("USE"), "no register has a use '" + use + "'" + Nearest.hint(use, ids));
        }
    }

    private static void require(String option, String what, String value, Faults faults) {
        boolean broken = value.codePoints().anyMatch(Character::isISOControl);
        if (value.isBlank() || broken) {
            faults.add(Location.of(option), what + (broken ? " has a line break in it" : " is missing"));
        }
    }

    private void submit(Attested given, String request, ObjectNode body) {
        trail.submit(new EntryDraft(KIND, "", List.of(AttestationJson.target(given), request), body));
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void publish() {
        while (inOne(() -> trail.sequence(AT_A_TIME)).entries() > 0) {
            // until nothing waits
        }
        trail.seal();
    }
}
