package org.trainingaudit.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * The columns of a Parquet schema and the row that is being filled: a nested value is a column by its path, as in JSON:
 * {@code address.city}, {@code tags[]}. What the file's metadata says of Java classes is never looked at.
 */
final class ParquetColumns extends RecordMaterializer<Boolean> {

    private static final int LARGEST_PRECISION = 1000;
    private static final int DEEPEST = 200;

    private final List<String> paths = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Limits limits;
    private final GroupConverter root;
    private final RowCells row;
    private boolean broken;

    ParquetColumns(MessageType schema, Limits limits) {
        this.limits = limits;
        this.root = new Group(schema, "", false, 0);
        this.row = new RowCells(paths.size(), limits);
    }

    List<String> names() {
        return ColumnNames.of(paths);
    }

    /** What each of the columns holds, in Parquet's own words. */
    List<String> types() {
        return List.copyOf(types);
    }

    /** The row as it was last read. */
    RowCells row() {
        return row;
    }

    /** Whether a text of the row isn't UTF-8. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public Boolean getCurrentRecord() {
        return true;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private final class Group extends GroupConverter {

        private final List<Converter> fields = new ArrayList<>();
        private final boolean isRoot;

        /**
         * @param path of the group itself
         * @param wrapper whether it only repeats the one element that a list has
         */
        Group(GroupType type, String path, boolean wrapper, int depth) {
            if (depth > DEEPEST) {
                throw new RefusedException(Refusal.overLimit("nested deeper than " + DEEPEST + " levels"));
            }
            this.isRoot = depth == 0;
            boolean container = type.getLogicalTypeAnnotation()
                            instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
                    || type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation;
            for (Type field : type.getFields()) {
                fields.add(field(field, below(path, field, container, wrapper), container, depth));
            }
        }

        private static String below(String path, Type field, boolean container, boolean wrapper) {
            boolean repeated = field.isRepetition(Type.Repetition.REPEATED);
            if (wrapper || (container && repeated)) {
                return path + (repeated ? "[]" : "");
            }
            return (path.isEmpty() ? "" : path + ".") + field.getName() + (repeated ? "[]" : "");
        }

        private Converter field(Type field, String path, boolean inContainer, int depth) {
            if (field.isPrimitive()) {
                return new Value(field.asPrimitiveType(), path);
            }
            boolean wraps = inContainer && field.asGroupType().getFieldCount() == 1;
            return new Group(field.asGroupType(), path, wraps, depth + 1);
        }

        @Override
        public Converter getConverter(int field) {
            return fields.get(field);
        }

        @Override
        public void start() {
            if (isRoot) {
                row.clear();
                broken = false;
            }
        }

        @Override
        public void end() {}
    }

    private static String word(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        String word = meaning == null ? type.getPrimitiveTypeName().name() : meaning.toString();
        return word.toLowerCase(Locale.ROOT);
    }

    /** One column; text as it is, all other types as their own annotation has them shown, bytes in hex. */
    private final class Value extends PrimitiveConverter {

        private final PrimitiveType type;
        private final int place;
        private final boolean text;
        private final boolean bytes;

        Value(PrimitiveType type, String path) {
            this.type = type;
            this.place = paths.size();
            paths.add(path);
            types.add(word(type));
            if (paths.size() > limits.maxColumns()) {
                throw new RefusedException(
                        Refusal.overLimit("more than " + limits.maxColumns() + " columns (audit.dataset.max-columns)"));
            }
            LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
            this.text = meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                    || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                    || meaning instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
            this.bytes = meaning == null
                    && (type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                            || type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY);
            if (meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal
                    && (decimal.getPrecision() > LARGEST_PRECISION || decimal.getScale() > LARGEST_PRECISION)) {
                throw new RefusedException(Refusal.overLimit(
                        "decimals of more than " + LARGEST_PRECISION + " digits; write them as text"));
            }
        }

        @Override
        public void addBinary(Binary value) {
            if (value.length() > limits.maxRowBytes()) {
                // Only its length counts, as the row is rejected for it.
                row.add(place, "x".repeat(limits.maxRowBytes() + 1));
                return;
            }
            if (text || bytes) {
                byte[] content = value.getBytesUnsafe();
                boolean utf8 = Utf8.isValid(content, 0, content.length);
                broken |= text && !utf8;
                if (utf8) {
                    row.add(place, new String(content, StandardCharsets.UTF_8));
                    return;
                }
            }
            row.add(place, ParquetTimes.isTime96(type) ? ParquetTimes.time96(value) : shown(value));
        }

        private String shown(Binary value) {
            return type.stringifier().stringify(value);
        }

        @Override
        public void addBoolean(boolean value) {
            row.add(place, Boolean.toString(value));
        }

        @Override
        public void addDouble(double value) {
            row.add(place, Double.toString(value));
        }

        @Override
        public void addFloat(float value) {
            row.add(place, Float.toString(value));
        }

        @Override
        public void addInt(int value) {
            row.add(place, type.stringifier().stringify(value));
        }

        @Override
        public void addLong(long value) {
            row.add(place, ParquetTimes.trimmed(type, type.stringifier().stringify(value)));
        }
    }
}
