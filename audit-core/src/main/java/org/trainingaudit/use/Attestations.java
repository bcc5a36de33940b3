package org.trainingaudit.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.databind.json.JsonMapper;

/** The attestations that were given one by one, beside those in registers; joins the caller's transaction. */
public final class Attestations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "select number, use_id, statement, withdrawn_on from use_attestation";

    private final JdbcClient jdbc;
    private final FactCatalogue catalogue;

    /** Those of this database, whose values the catalogue's types tell apart. */
    public Attestations(JdbcClient jdbc, FactCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** Keeps a fact of a use that is vouched for, and gives it its number. */
    public Attested add(String use, Fact fact) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        jdbc.sql("insert into use_attestation (use_id, statement) values (?, ?)")
                .params(use, AttestationJson.statement(fact).toString())
                .update(keys, "number");
        Number number = keys.getKey();
        if (number == null) {
            throw new IllegalStateException("the database gave the attestation no number");
        }
        return find(number.longValue())
                .orElseThrow(() -> new IllegalStateException("attestation " + number + " is gone"));
    }

    /** Takes one back from that day on. */
    public void withdraw(long number, LocalDate day) {
        jdbc.sql("update use_attestation set withdrawn_on = ? where number = ? and withdrawn_on is null")
                .params(day, number)
                .update();
    }

    /** The one of that number. */
    public Optional<Attested> find(long number) {
        return jdbc.sql(SELECT + " where number = ?")
                .param(number)
                .query(this::read)
                .optional();
    }

    /** All that were ever given, in that order. */
    public List<Attested> all() {
        return jdbc.sql(SELECT + " order by number").query(this::read).list();
    }

    /** Those of one use, in that order. */
    public List<Attested> of(String use) {
        return jdbc.sql(SELECT + " where use_id = ? order by number")
                .param(use)
                .query(this::read)
                .list();
    }

    private Attested read(ResultSet row, int index) throws SQLException {
        return AttestationJson.read(
                row.getLong("number"),
                row.getString("use_id"),
                JSON.readTree(row.getString("statement")),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)),
                catalogue);
    }
}
