package org.trainingaudit.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Moments of Parquet as ISO 8601 has them. */
final class ParquetTimes {

    private static final int LENGTH = 12;
    private static final long NANOS_OF_DAY = 86_400_000_000_000L;

    private ParquetTimes() {}

    /** Whether it is the old form of a moment: nanoseconds of the day and Julian day. */
    static boolean isTime96(PrimitiveType type) {
        return type.getPrimitiveTypeName() == PrimitiveTypeName.INT96;
    }

    static String time96(Binary value) {
        ByteBuffer buffer = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.remaining() != LENGTH) {
            return "";
        }
        long nanos = buffer.getLong();
        long day = buffer.getInt();
        LocalDate date = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
        return nanos < 0 || nanos >= NANOS_OF_DAY ? date.toString() : date + "T" + LocalTime.ofNanoOfDay(nanos);
    }

    /** A moment without zeros behind its seconds, and {@code Z} for an offset of none. */
    static String trimmed(PrimitiveType type, String shown) {
        if (!(type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation)) {
            return shown;
        }
        return shown.replaceFirst("\\.0+(?=$|\\+)", "").replaceFirst("\\+0000$", "Z");
    }
}
