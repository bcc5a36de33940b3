package org.trainingaudit.operate;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.operate.OperationRefused.Reason;
import org.trainingaudit.use.AttestationRequest;
import org.trainingaudit.use.Attestations;
import org.trainingaudit.use.Attested;
import tools.jackson.databind.json.JsonMapper;

/** Attesting for callers that may ask twice: under one key it is given once. One account's key is nobody else's. */
@Component
public class AttestDesk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Attesting attesting;
    private final Attestations attestations;
    private final JdbcClient jdbc;

    AttestDesk(Attesting attesting, Attestations attestations, JdbcClient jdbc) {
        this.attesting = attesting;
        this.attestations = attestations;
        this.jdbc = jdbc;
    }

    /**
     * Records that somebody vouches for a fact, or gives what was recorded under that key before.
     *
     * @param key of at most 128 characters
     * @throws OperationRefused where the key was used for something else
     * @throws org.trainingaudit.config.ConfigurationException as {@link Attesting#attest}
     */
    public Attested attest(AttestationRequest request, Optional<String> key) {
        if (key.isEmpty()) {
            return attesting.attest(request);
        }
        String own = request.by() + "/" + key.get();
        String asked = Sha256.hex(JSON.writeValueAsBytes(request));
        Optional<Attested> before = before(own, asked);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return attesting.attest(request, given -> note(own, asked, given));
        } catch (DuplicateKeyException e) {
            // Asked twice at the same moment; the other was first.
            return before(own, asked).orElseThrow(() -> e);
        }
    }

    private Optional<Attested> before(String own, String asked) {
        record Before(String asked, long number) {}
        Optional<Before> before = jdbc.sql("select asked, number from operate_attest where attest_key = ?")
                .param(own)
                .query((row, index) -> new Before(row.getString("asked"), row.getLong("number")))
                .optional();
        before.filter(one -> !one.asked.equals(asked)).ifPresent(one -> {
            throw new OperationRefused(
                    Reason.WRONG,
                    "that idempotency key was used for another attestation, " + one.number + "; use a new one");
        });
        return before.map(Before::number).flatMap(attestations::find);
    }

    private void note(String own, String asked, Attested given) {
        jdbc.sql("insert into operate_attest (attest_key, asked, number) values (?, ?, ?)")
                .params(own, asked, given.number())
                .update();
    }
}
