package org.trainingaudit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Registers with as many uses as wanted, of some thirty facts each, over the datasets of the demo estate: the same number
 * gives the same uses. What changes from one night to the next is the answer on consent of some of them.
 */
public final class GeneratedRegister {

    private static final String HEADER = "use,dataset,training,actorRole,actorOrgType,actorCountries,subjectCountries,"
            + "targetsResidentsOf,dataLocatedIn,subjectRelation,categories,distinctSubjects,minAge,minorsPresent,"
            + "identifiability,source,publiclyAvailable,subjectObjected,activity,modelKind,solePurposeStatistical,"
            + "originalPurpose,purposeSpecified,purposeIncludesAiTraining,publicNoticeUrl,publicNoticeLive,legalBasis.eu,"
            + "specialBasis,route,consentObtained,consentExplicit,consentCoversAiTraining,recipientType,recipientCountry,"
            + "dpiaCompleted\n";

    private static final List<String> DATASETS = List.of(
            "hospital/patients",
            "hospital/clinic-notes",
            "bank/customers",
            "bank/transactions",
            "recruiter/applicants",
            "vendor/forum-crawl",
            "vendor/support-chat",
            "vendor/weather");
    private static final List<String> COUNTRIES = List.of("JP", "JP", "JP", "JP", "DE", "FR", "US", "GB", "CN", "KR");
    private static final List<String> CATEGORIES = List.of(
            "contact.name",
            "contact.name;contact.email;birth_date",
            "health.medical_history;health.treatment;contact.name",
            "criminal.record;contact.name",
            "financial_account;contact.name;contact.phone");

    private final int perFile;

    /** Registers of so many uses a file. */
    public GeneratedRegister(int perFile) {
        this.perFile = perFile;
    }

    /**
     * Writes the registers into a folder.
     *
     * @param changedOneIn one use in so many answers otherwise than the first night; 0 for none
     * @return the files, in order
     */
    public List<Path> write(Path folder, int uses, int changedOneIn) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.createDirectories(folder);
        for (int first = 0; first < uses; first += perFile) {
            Path file = folder.resolve("register-" + (first / perFile + 1) + ".csv");
            files.add(file);
            write(file, first, Math.min(uses, first + perFile), changedOneIn);
        }
        return files;
    }

    private static void write(Path file, int from, int to, int changedOneIn) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int use = from; use < to; use++) {
                out.write(row(use, changedOneIn > 0 && use % changedOneIn == 0));
            }
        }
    }

    private static String row(int use, boolean changed) {
        Random random = new Random(use * 31L + 7);
        String actor = one(COUNTRIES, random);
        String subject = random.nextInt(4) == 0 ? one(COUNTRIES, random) : actor;
        boolean consent = random.nextBoolean() != changed;
        return String.join(
                        ",",
                        "use-" + use,
                        one(DATASETS, random),
                        "training-" + use % 1000,
                        "controller",
                        one(List.of("private", "medical", "private", "academic"), random),
                        actor,
                        subject,
                        subject,
                        actor,
                        one(List.of("consumer", "patient", "public"), random),
                        // Most leave it to the scan; one in ten declares something, which then seldom agrees with it.
                        random.nextInt(10) == 0 ? one(CATEGORIES, random) : "",
                        Integer.toString(random.nextInt(500_000)),
                        "18",
                        "false",
                        one(List.of("identified", "pseudonymised", "anonymous"), random),
                        one(List.of("direct", "third-party", "public-web"), random),
                        yes(random),
                        "false",
                        one(List.of("train-own", "acquire;train-own", "fine-tune"), random),
                        one(List.of("other", "generative", "statistical"), random),
                        yes(random),
                        "other",
                        "true",
                        yes(random),
                        "https://example.jp/notice/" + use % 100,
                        yes(random),
                        one(List.of("a", "f", "b"), random),
                        one(List.of("a", "none", "j"), random),
                        consent ? "consent" : "[]",
                        Boolean.toString(consent),
                        Boolean.toString(consent),
                        Boolean.toString(consent),
                        one(List.of("none", "none", "none", "third-party"), random),
                        one(List.of("", "US", "JP"), random),
                        yes(random))
                + "\n";
    }

    private static String yes(Random random) {
        return Boolean.toString(random.nextInt(3) > 0);
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
