package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The formats that can be read; a file's name tells which, and its content where the name doesn't. */
enum Format {
    CSV {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            try (InputStream in = content.open()) {
                return new CsvReader().read(in, limits, visitor);
            }
        }
    },
    TEXT {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            try (InputStream in = content.open()) {
                return TextReader.read(in, limits, visitor);
            }
        }
    },
    JSON_LINES {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            return new JsonLinesReader(content, limits).read(visitor);
        }
    },
    JSON {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            return new JsonReader(content, limits).read(visitor);
        }
    },
    WORKBOOK {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            return SheetReader.read(content.plainFile("a workbook"), content.sheet(), limits, visitor);
        }
    },
    PARQUET {
        @Override
        ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException {
            return ParquetReader.read(content.plainFile("Parquet"), limits, visitor);
        }
    };

    private static final Set<String> DELIMITED = Set.of("csv", "tsv", "tab", "psv");
    private static final Set<String> LINES = Set.of("jsonl", "ndjson");
    private static final Set<String> PROSE = Set.of("md", "markdown");
    private static final int LOOK = 64 * 1024;

    abstract ReadResult read(Content content, Limits limits, RowVisitor visitor) throws IOException;

    /** The format of a file; refused where no reader is for it. */
    static Format of(Content content, Limits limits) throws IOException {
        byte[] prefix;
        try (InputStream in = content.open()) {
            prefix = in.readNBytes(LOOK);
        }
        if (Magic.ZIP.begins(prefix)) {
            return WORKBOOK;
        }
        if (Magic.PARQUET.begins(prefix)) {
            return PARQUET;
        }
        refuseBinary(prefix);
        String extension = content.extension();
        if (DELIMITED.contains(extension)) {
            return CSV;
        }
        if (LINES.contains(extension)) {
            return JSON_LINES;
        }
        if (PROSE.contains(extension)) {
            return TEXT;
        }
        return extension.equals("json") ? JSON : byContent(prefix, limits);
    }

    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Magic.ZIP.begins(in.readNBytes(4));
        }
    }

    private static Format byContent(byte[] prefix, Limits limits) {
        String start = new String(prefix, 0, Math.min(prefix.length, 200), StandardCharsets.ISO_8859_1).strip();
        if (start.startsWith("{")) {
            return JSON;
        }
        return DialectSniffer.isTable(prefix, prefix.length < LOOK, limits) ? CSV : TEXT;
    }

    private static void refuseBinary(byte[] prefix) {
        for (Magic magic : Magic.values()) {
            if (magic.begins(prefix)) {
                throw new RefusedException(Refusal.refused("the content is " + magic.shown
                        + ", for which there is no reader; export it as " + magic.instead));
            }
        }
    }

    /** Content that would otherwise be taken for text with many broken rows. */
    private enum Magic {
        PARQUET("Parquet", "PAR1"),
        SECRET_PARQUET("encrypted Parquet", "PARE"),
        ZIP("a zip", "PK\u0003\u0004"),
        BZIP2("packed with bzip2", "BZh"),
        XZ("packed with xz", "\u00FD7zXZ"),
        SEVEN_ZIP("packed with 7-Zip", "7z\u00BC\u00AF"),
        OLE(
                "an old spreadsheet (.xls) or document, or a spreadsheet locked with a password",
                "\u00D0\u00CF\u0011\u00E0",
                ".xlsx without a password, or as CSV"),
        PDF("PDF", "%PDF-"),
        ORC("ORC", "ORC\u0001"),
        AVRO("Avro", "Obj\u0001"),
        ARROW("Arrow", "ARROW1"),
        SQLITE("an SQLite database", "SQLite format 3\u0000");

        private final String shown;
        /** One character for each byte. */
        private final String bytes;

        private final String instead;

        Magic(String shown, String bytes) {
            this(shown, bytes, "CSV or JSON Lines");
        }

        Magic(String shown, String bytes, String instead) {
            this.shown = shown;
            this.bytes = bytes;
            this.instead = instead;
        }

        boolean begins(byte[] prefix) {
            return new String(prefix, 0, Math.min(prefix.length, bytes.length()), StandardCharsets.ISO_8859_1)
                    .equals(bytes);
        }
    }
}
