package org.trainingaudit.detection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A table of made-up people as organisations keep them: 20 mixed columns, English and Japanese, with quoted commas, doubled
 * quotes and line breaks inside cells, about 505 bytes a row. The same seed gives the same bytes.
 */
public final class MixedCsv {

    private static final String HEADER = "id,full_name,氏名,email,mobile,tel,my_number,birth_date,address,住所,department,"
            + "status,active,amount,updated_at,device_uuid,last_ip,card_no,note,備考\n";
    private static final String[] GIVEN = {
        "James", "Mary", "Wei", "Olivia", "Noah", "Aisha", "Lucas", "Emma", "Yuki", "Carlos", "Ingrid", "Pavel"
    };
    private static final String[] FAMILY = {
        "Smith", "Garcia", "Tanaka", "Mueller", "Okafor", "Novak", "O'Brien", "Rossi", "Kim", "Dubois", "Hansen"
    };
    private static final String[] FAMILY_JA = {"佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村", "小林", "加藤", "吉田"};
    private static final String[] GIVEN_JA = {"太郎", "花子", "一郎", "美咲", "健太", "陽子", "翔太", "由美子", "大輔", "さくら"};
    private static final String[] STREETS = {"Oak", "Maple", "High", "Church", "Station", "Park", "Victoria", "Elm"};
    private static final String[] CITIES = {"Springfield", "Leeds", "Dublin", "Austin", "Toronto", "Perth"};
    private static final String[] PLACES_JA = {
        "東京都千代田区丸の内", "大阪府大阪市北区梅田", "北海道札幌市中央区南一条西", "神奈川県横浜市西区みなとみらい", "愛知県名古屋市中区栄"
    };
    private static final String[] DEPARTMENTS = {"Sales", "Research", "人事部", "経理部", "Operations", "IT", "Legal", "営業部"};
    private static final String[] STATES = {"active", "on leave", "retired", "suspended"};
    private static final String[] WORDS = {
        "the",
        "customer",
        "asked",
        "about",
        "delivery",
        "of",
        "order",
        "and",
        "was",
        "told",
        "that",
        "it",
        "would",
        "arrive",
        "next",
        "week",
        "payment",
        "by",
        "invoice",
        "was",
        "fine",
        "again",
        "please",
        "check",
        "before",
        "meeting",
        "system",
        "returned",
        "an",
        "error",
        "\"quoted\"",
        "updated",
        "twice,",
        "no",
        "answer"
    };
    private static final String[] PHRASES_JA = {
        "先日の件について",
        "お問い合わせを受け",
        "担当者より",
        "折り返し連絡済み。",
        "請求書を再送、",
        "次回の会議で",
        "確認が必要です。",
        "在庫がないため",
        "納期は来週",
        "本人より",
        "申し出あり。",
        "システムの不具合で",
        "対応中"
    };
    private static final List<String> RARE = List.of(
            "diagnosed with asthma",
            "has type 2 diabetes",
            "call 090-1234-5678",
            "mail me at a.b@example.org",
            "糖尿病の治療中");

    private final Random random;
    private final StringBuilder row = new StringBuilder(1024);
    private long id;

    private MixedCsv(long seed) {
        this.random = new Random(seed);
    }

    /** Writes at least so many bytes, whole rows. */
    public static void write(Path file, long bytes, long seed) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            MixedCsv csv = new MixedCsv(seed);
            byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
            out.write(header);
            for (long written = header.length; written < bytes; ) {
                byte[] next = csv.next().getBytes(StandardCharsets.UTF_8);
                out.write(next);
                written += next.length;
            }
        }
    }

    private String one(String... some) {
        return some[random.nextInt(some.length)];
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String next() {
        row.setLength(0);
        String given = one(GIVEN);
        String family = one(FAMILY);
        cell(Long.toString(1_000_000 + id++));
        cell(given + " " + family);
        cell(one(FAMILY_JA) + (random.nextInt(3) == 0 ? "" : " ") + one(GIVEN_JA));
        cell(given.toLowerCase(java.util.Locale.ROOT) + "." + digits(4) + "@"
                + one("example.com", "mail.example.jp", "corp.example.org"));
        cell("0" + one("7", "8", "9") + "0-" + digits(4) + "-" + digits(4));
        cell(random.nextInt(2) == 0 ? "03-" + digits(4) + "-" + digits(4) : "+44 20 7946 " + digits(4));
        cell(digits(12));
        cell(day(1940, 65));
        cell((1 + random.nextInt(999)) + " " + one(STREETS) + " Street, " + one(CITIES) + " " + digits(5));
        cell(one(PLACES_JA) + (1 + random.nextInt(9)) + "-" + (1 + random.nextInt(30)) + "-"
                + (1 + random.nextInt(20)));
        cell(one(DEPARTMENTS));
        cell(one(STATES));
        cell(random.nextBoolean() ? "true" : "false");
        cell(random.nextInt(100_000) + "." + digits(2));
        cell(day(2015, 10) + "T" + (10 + random.nextInt(14)) + ":" + (10 + random.nextInt(50)) + ":00Z");
        cell(uuid());
        cell((1 + random.nextInt(223)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + random.nextInt(256));
        cell("4" + digits(15));
        cell(note());
        row.append(quoted(remark())).append('\n');
        return row.toString();
    }

    private void cell(String value) {
        row.append(quoted(value)).append(',');
    }

    private static String quoted(String value) {
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private String day(int from, int years) {
        return (from + random.nextInt(years)) + "-" + (100 + 1 + random.nextInt(12) + "").substring(1) + "-"
                + (100 + 1 + random.nextInt(28) + "").substring(1);
    }

    private String uuid() {
        String hex = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        return hex;
    }

    private String note() {
        StringBuilder note = new StringBuilder();
        int words = 8 + random.nextInt(16);
        for (int i = 0; i < words; i++) {
            note.append(i == 0 ? "" : random.nextInt(40) == 0 ? "\n" : " ").append(one(WORDS));
        }
        return random.nextInt(25) == 0 ? note + " " + RARE.get(random.nextInt(RARE.size())) : note.toString();
    }

    private String remark() {
        StringBuilder remark = new StringBuilder();
        int phrases = 1 + random.nextInt(4);
        for (int i = 0; i < phrases; i++) {
            remark.append(one(PHRASES_JA));
        }
        return remark.toString();
    }
}
