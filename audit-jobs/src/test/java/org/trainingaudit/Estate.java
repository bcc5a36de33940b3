package org.trainingaudit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small estate in a folder of its own, judged by the laws that ship. */
final class Estate {

    private static final Path SHIPPED = Path.of("config");

    private static final String HOUSE_CODE = """
            regime: house-code
            name: {en: House code, ja: 社内規程}
            jurisdiction: JP
            timezone: Asia/Tokyo
            governs: {actorCountries: {has: JP}}
            steps:
              adopted: {date: 2026-04-01, certainty: fixed}
            rules:
            """;

    private final Path root;

    Estate(Path root) {
        this.root = root;
        copy(SHIPPED.resolve("taxonomy.yaml"));
        copy(SHIPPED.resolve("facts.yaml"));
        copyAll("regimes");
        copyAll("detectors");
        write("config/application.yaml", "audit: {nightly: {partitions: 2, chunk-size: 2}}\n");
    }

    /** What ships, configuration and demo estate, in a folder of its own; its data stay where they are. */
    static Estate shipped(Path root) {
        Estate estate = new Estate(root);
        try (Stream<Path> files = Files.list(SHIPPED)) {
            files.filter(Files::isRegularFile).forEach(file -> estate.write(file.toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return estate;
    }

    /** Adds a regime of the house's own with these rules; its step is {@code adopted}, on 1 April 2026. */
    void houseCode(String rules) {
        write("config/regimes/house-code.yaml", HOUSE_CODE + rules);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two clean datasets, one with broken rows, and uses of each; one of them a violation. */
    static Estate small(Path root) {
        Estate estate = new Estate(root);
        estate.write(
                "data/patients.csv", "patient_id,氏名,email,病名\n1,山田太郎,a@example.com,糖尿病\n2,佐藤花子,b@example.com,喘息\n");
        estate.write("data/prices.csv", "item,price\nbolt,3\nnut,4\n");
        estate.write(
                "data/broken.csv", "name,email\nAnn Lee,ann@example.com\nonly one cell\nBob Ray,bob@example.com\n");
        estate.sources("patients", "prices", "broken");
        estate.write("data/register.csv", """
                use,dataset,training,actorOrgType,actorCountries,subjectCountries,activity,categories,purposeSpecified,purposeIncludesAiTraining,consentCoversAiTraining,individualDecisionUse,identifiability,structuredDatabase
                u1,own/patients,m1,private,JP,JP,train-own,health.medical_history;contact,false,false,false,true,identified,true
                u2,own/prices,m1,private,JP,JP,train-own,,true,true,false,false,identified,true
                u3,own/broken,m2,private,JP,JP,train-own,contact,true,true,true,true,identified,true
                u4,own/patients,m2,private,JP,JP,train-own,health.medical_history;contact,true,true,,,identified,true
                u5,own/patients,m3,private,JP,JP,train-own,contact,,,,,identified,true
                """);
        return estate;
    }

    /** Declares these datasets, each in {@code data/<name>.csv}. */
    void sources(String... names) {
        StringBuilder yaml = new StringBuilder("sources:\n  - id: own\n    kind: folder\n    path: "
                + root.resolve("data") + "\n    owner: us\n    subjectCountries: [JP]\n    datasets:\n");
        Stream.of(names).forEach(name -> yaml.append("      - {name: " + name + ", file: " + name + ".csv}\n"));
        yaml.append("registers:\n  - " + root.resolve("data/register.csv") + "\n");
        write("config/sources.yaml", yaml.toString());
    }

    Path path(String name) {
        return root.resolve(name);
    }

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyAll(String folder) {
        try (Stream<Path> files = Files.list(SHIPPED.resolve(folder))) {
            files.filter(Files::isRegularFile).forEach(this::copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path file) {
        try {
            Path target = root.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command with this estate's configuration and data folder. */
    Command audit(String command, String... more) {
        return Command.audit(arguments(command, more));
    }

    String[] arguments(String command, String... more) {
        return Stream.concat(
                        Stream.of(
                                command,
                                "--config",
                                path("config").toString(),
                                "--data",
                                path("var").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
