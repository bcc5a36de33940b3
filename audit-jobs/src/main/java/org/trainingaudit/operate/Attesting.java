package org.trainingaudit.operate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.operate.AskedKeys.Thing;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
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

    private final Attestations attestations;
    private final UseList known;
    private final SealedActs acts;
    private final AskedKeys keys;
    private final Configuration setup;
    private final BusinessDate date;

    Attesting(
            Attestations attestations,
            UseList known,
            SealedActs acts,
            AskedKeys keys,
            Configuration setup,
            BusinessDate date) {
        this.attestations = attestations;
        this.known = known;
        this.acts = acts;
        this.keys = keys;
        this.setup = setup;
        this.date = date;
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

    /**
     * The same for callers that may ask twice: under one key it is given once.
     *
     * @param key of at most 128 characters
     * @throws OperationRefused where the key was used for something else
     */
    public Attested attest(AttestationRequest request, Optional<String> key) {
        if (key.isEmpty()) {
            return attest(request);
        }
        Optional<Attested> before = before(request, key.get());
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return attest(
                    request, given -> keys.note(Thing.ATTESTATION, request.by(), key.get(), request, given.number()));
        } catch (DuplicateKeyException e) {
            // Asked twice at the same moment; the other was first.
            return before(request, key.get()).orElseThrow(() -> e);
        }
    }

    private Optional<Attested> before(AttestationRequest request, String key) {
        return keys.find(Thing.ATTESTATION, request.by(), key, request)
                .map(Long::parseLong)
                .flatMap(attestations::find);
    }

    /** With something that is kept with it or not at all. */
    private Attested attest(AttestationRequest request, Consumer<Attested> with) {
        Faults faults = new Faults();
        checkUse(request.use(), faults);
        Optional<Fact> fact = request.fact(setup.facts(), date.today(), faults);
        faults.throwIfAny();
        return acts.act(
                () -> {
                    Attested kept = attestations.add(request.use(), fact.orElseThrow());
                    with.accept(kept);
                    return kept;
                },
                kept -> entry(kept, Long.toString(kept.number()), AttestationJson.given(kept)));
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
        LocalDate today = date.today();
        return acts.act(
                () -> {
                    attestations.withdraw(number, today);
                    return attestations.find(number).orElseThrow();
                },
                withdrawn -> entry(
                        withdrawn,
                        number + "/withdrawn",
                        AttestationJson.withdrawn(given.orElseThrow(), today, by.strip(), reason.strip())));
    }

    /** The attestation of that number. */
    public Optional<Attested> find(long number) {
        return attestations.find(number);
    }

    /** All that were ever given, in that order. */
    public List<Attested> all() {
        return attestations.all();
    }

    /** Those that were ever given of one use, in that order. */
    public List<Attested> of(String use) {
        return attestations.of(use);
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

    private static EntryDraft entry(Attested given, String request, ObjectNode body) {
        return new EntryDraft(KIND, "", List.of(AttestationJson.target(given), request), body);
    }
}
