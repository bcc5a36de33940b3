package org.trainingaudit.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.hash.Sha256;

/**
 * Tells whether a table is still the same. PostgreSQL says of each row of a table in which transaction it was written, so
 * that no value need be read; of all else every row is read and hashed, in whatever order the rows come.
 */
final class JdbcFingerprint implements RowVisitor {

    private final MessageDigest digest = Sha256.digest();
    private final long[] sum = new long[4];
    private String columns = "";
    private long bytes;

    /** Every row counts that any limits let through, whatever those of today are. */
    private static final Limits ALL = new Limits(Integer.MAX_VALUE, Limits.MOST_ROW_BYTES, Long.MAX_VALUE);

    private JdbcFingerprint() {}

    static Fingerprint of(JdbcSource source, String table) {
        if (source.address().kind() == JdbcAddress.Kind.POSTGRESQL) {
            Optional<Fingerprint> cheap = byTransactions(source, table);
            if (cheap.isPresent()) {
                return cheap.get();
            }
        }
        JdbcFingerprint fingerprint = new JdbcFingerprint();
        ReadResult result = JdbcReader.read(source, table, ALL, fingerprint);
        return fingerprint.of(result);
    }

    /** By which transactions the rows were written, and in which file and shape they are; none for a view. */
    private static Optional<Fingerprint> byTransactions(JdbcSource source, String table) {
        try (Connection connection = source.open()) {
            String name = JdbcTables.quoted(connection, table);
            try (PreparedStatement kind = connection.prepareStatement(
                    "select c.relfilenode || ' ' || (select"
                            + " string_agg(a.attnum || ' ' || a.attname || ' ' || a.atttypid, ',' order by a.attnum)"
                            + " from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)"
                            + " from pg_class c where c.oid = cast(? as regclass) and c.relkind = 'r' and not c.relhassubclass")) {
                kind.setString(1, name);
                try (ResultSet shape = kind.executeQuery()) {
                    return shape.next()
                            ? Optional.of(byTransactions(source, connection, name, shape.getString(1)))
                            : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw new RefusedException(source.unreachable(e)).named(table);
        }
    }

    private static Fingerprint byTransactions(JdbcSource source, Connection connection, String name, String shape)
            throws SQLException {
        String sql = "select count(*), coalesce(sum(x), 0), coalesce(sum(x * x), 0), coalesce(max(x), 0)"
                + " from (select cast(cast(xmin as text) as numeric) as x from only " + name + ") t";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(source.timeoutSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                String state = String.join(
                        " ", List.of(shape, row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                return new Fingerprint(Sha256.hex(state), 0);
            }
        }
    }

    @Override
    public void columns(List<String> names) {
        columns = String.join("\u0000", names);
    }

    @Override
    public void row(Row row) {
        for (int i = 0; i < row.size(); i++) {
            byte[] cell = row.text(i).getBytes(StandardCharsets.UTF_8);
            bytes += cell.length;
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(cell.length).array());
            digest.update(cell);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += hash.getLong();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        // Counted by the reader.
    }

    private Fingerprint of(ReadResult result) {
        digest.update(
                (columns + "\u0000" + result.read() + " " + result.rejectedBy()).getBytes(StandardCharsets.UTF_8));
        for (long part : sum) {
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), bytes);
    }
}
