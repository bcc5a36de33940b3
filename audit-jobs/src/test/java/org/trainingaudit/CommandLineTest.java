package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that need no database, as scripts use them: what they print, where, and with which exit code. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void listsItsCommands() {
        Command help = Command.audit("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("run", "scan", "detect", "judge", "check", "verify")
                .doesNotContain("warm-up");
        assertThat(Command.audit("--version").out()).contains("Training Audit 0.1.0");
    }

    /** The script in a real shell, asked as the shell asks when somebody presses the tabulator. */
    @Test
    void completesCommandsInAShell() throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), Command.audit("completion").out());
        assertThat(completed(script, "audit jo", "jo")).isEqualTo("jobs");
        assertThat(completed(script, "audit jobs re", "re").split("\\s+", -1))
                .containsExactlyInAnyOrder("restart", "recover");
        assertThat(completed(script, "audit run --as", "--as")).contains("--as-of", "--assume");
        assertThat(completed(script, "audit warm", "warm")).as("not for people").isEmpty();
    }

    private static String completed(Path script, String line, String word) throws Exception {
        int words = line.split(" ", -1).length;
        String shell = "source '" + script + "' && COMP_LINE='" + line + "' COMP_WORDS=(" + line + ") COMP_CWORD="
                + (words - 1) + " COMP_POINT=" + line.length() + " && _complete_audit audit '" + word
                + "' && echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", shell)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        bash.waitFor();
        return said.strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verfy                         | audit verify
            help                          | audit --help
            jobs lst                      | audit jobs list
            scan --fromat csv x           | --format
            scan --fromat=csv x           | --format=csv
            run --as-fo 2026-11-21        | --as-of
            jobs list --dta var           | --data
            """)
    void namesWhatAMistypedWordWasToBe(String words, String meant) {
        Command command = Command.audit(words.split(" "));

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err().lines().toList()).hasSize(2).last().isEqualTo("Did you mean: " + meant + "?");
    }

    @Test
    void showsHowACommandIsUsedWhereNothingIsNear() {
        assertThat(Command.audit("xyzzy").err()).contains("Usage: audit");
        assertThat(Command.audit("scan", "--xyzzy").err()).contains("Usage: audit scan");
    }

    /** Its relative paths would lead nowhere: every dataset missing, and a new log begun in a folder that nobody meant. */
    @Test
    void worksOnNoEstateByTheConfigurationOfAnotherFolder() throws Exception {
        for (String name : List.of("run", "jobs")) {
            Child refused = Child.elsewhere(folder, name);
            assertThat(refused.code()).as(refused.output()).isEqualTo(2);
            assertThat(refused.output())
                    .contains("no folder 'config' here", "go to '" + Path.of("").toAbsolutePath() + "'", "--data");
        }
        assertThat(folder).isEmptyDirectory();
        Path uses = Files.writeString(folder.resolve("uses.jsonl"), "");
        assertThat(Child.elsewhere(folder, "judge", uses.toString()).code()).isZero();
    }

    @Test
    void endsWithTwoOnWrongUse() {
        assertThat(Command.audit().code()).isEqualTo(2);
        assertThat(Command.audit("rum").code()).isEqualTo(2);
        assertThat(Command.audit("rum").err()).contains("There is no command 'rum'.", "audit run");
        assertThat(Command.audit("run", "--as-of", "tomorrow").code()).isEqualTo(2);
        assertThat(Command.audit("verify").code()).isEqualTo(3);
        assertThat(Command.audit("verify", "nowhere", "--key", "nonsense").code())
                .isEqualTo(3);
        Command nowhere =
                Command.audit("check", "--config", folder.resolve("nowhere").toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("no such folder");
    }

    @Test
    void findsPersonalDataInTextsAndCountsInCodePoints() throws IOException {
        Path texts = write("texts.jsonl", """
                {"id":"a","text":"😀 mail ann@example.com now"}
                {"id":2,"text":"nothing here"}
                not json
                {"id":"c"}
                """);
        Command detect = Command.audit("detect", texts.toString());
        assertThat(detect.code()).isEqualTo(2);
        assertThat(detect.out().lines()).hasSize(2);
        assertThat(detect.out())
                .contains("{\"id\":\"a\",\"spans\":[{\"start\":7,\"end\":22,\"category\":\"contact.email\"")
                .contains("{\"id\":2,\"spans\":[]}");
        assertThat(detect.err())
                .contains("texts.jsonl:3: not JSON")
                .contains("texts.jsonl:4: expected an object with a text 'text'")
                .doesNotContain("ann@example.com");
        assertThat(Command.audit("detect", "nowhere.jsonl").code()).isEqualTo(2);
        Command folder = Command.audit("detect", this.folder.toString());
        assertThat(folder.code()).isEqualTo(2);
        assertThat(folder.err()).startsWith("audit: '" + this.folder + "' can't be read: ");
    }

    @Test
    void findsPersonalDataInChatsAndPromptsAndSaysInWhichMessage() throws IOException {
        Path chats = write("chats.jsonl", """
                {"id":"c1","messages":[{"role":"user","content":"hello"},{"role":"user","content":[{"type":"text","text":"mail ann@example.com"}]}]}
                {"id":"c2","prompt":"Call 090-1234-5678","completion":"done"}
                {"id":"c3","conversations":[{"from":"human","value":"mail bob@example.com"}]}
                """);
        Command detect = Command.audit("detect", chats.toString());
        assertThat(detect.code()).isZero();
        assertThat(detect.out())
                .contains(
                        "{\"id\":\"c1\",\"spans\":[{\"path\":\"/messages/1/content/0/text\",\"start\":5,\"end\":20,\"category\":\"contact.email\"")
                .contains("\"path\":\"/prompt\",\"start\":5,\"end\":18,\"category\":\"contact.phone\"")
                .contains("\"path\":\"/conversations/0/value\"");
        Command scan = Command.audit("scan", chats.toString(), "--format", "json");
        assertThat(scan.code()).isZero();
        assertThat(scan.out())
                .contains("{\"name\":\"messages[].content[].text\",\"categories\":[{\"category\":\"contact.email\"")
                .contains("{\"name\":\"prompt\",\"categories\":[{\"category\":\"contact.phone\"");
    }

    @Test
    void looksDegradedWhereADetectorDoesNotFindItsOwnExample() throws IOException {
        write("config/taxonomy.yaml", Files.readString(Path.of("config/taxonomy.yaml")));
        write("config/detectors/own.yaml", """
                detectors:
                  - id: badge
                    category: government_id
                    example: badge AB-123
                    patterns: [{regex: '[a-z]{2}-[0-9]{5}', alone: 80, labelled: 90}]
                """);
        write("data/plain.csv", "id,colour\n1,red\n");
        String config = folder.resolve("config").toString();
        String data = folder.resolve("data").toString();
        Command scan = Command.audit("scan", data, "--format", "json", "--config", config);
        assertThat(scan.err()).contains("WARN: blind detectors, which don't find their own examples: badge");
        assertThat(scan.out()).contains("\"complete\":false");
        assertThat(Command.audit("scan", data, "--config", config).out()).contains("not looked at by every detector");
        Path text = write("text.jsonl", "{\"id\":1,\"text\":\"x\"}\n");
        assertThat(Command.audit("detect", text.toString(), "--config", config).err())
                .contains("WARN: blind detectors");
        assertThat(Command.audit("check", "--config", config).err()).contains("WARN: blind detectors");
    }

    @Test
    void showsATableForPeople() throws IOException {
        write("data/a.csv", "氏名,国籍,性別コード\n山田太郎,日本,1\nずれた行\n佐藤花子,日本,2\n");
        write("data/b.csv", "bolt,nut\n1,2\n");
        Command scan = Command.audit("scan", folder.resolve("data").toString());
        List<String> lines = scan.out().lines().toList();
        assertThat(lines.get(0)).endsWith("a.csv: 3 rows, 3 columns, 1 rejected (ragged 1)");
        assertThat(lines.get(1)).startsWith("  氏名                  contact.name  ");
        assertThat(scan.out())
                .contains("b.csv: 1 row, 2 columns, nothing found\n")
                .contains("       -  confidence");
    }

    @Test
    void detectsInPlainTextWhereAskedTo() throws IOException {
        String text = write("note.txt", "first\ncall ann@example.com\n").toString();
        assertThat(Command.audit("detect", "--text", text).out())
                .contains("{\"id\":1,\"spans\":[]}")
                .contains("{\"id\":2,\"spans\":[{\"start\":5,\"end\":20,\"category\":\"contact.email\"");
        assertThat(Command.audit("detect", text).err()).contains("note.txt:1: not JSON; with --text");
    }

    @Test
    void classifiesFilesAndGoesOnPastOneThatItCannotRead() throws IOException {
        write("data/people.csv", "id,email,note\n1,ann@example.com,x\n2,bob@example.com,y\n3,cy@example.com,z\n");
        write("data/empty.csv", "");
        Command json = Command.audit("scan", folder.resolve("data").toString(), "--format", "json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).contains("empty.csv");
        assertThat(json.out())
                .contains("\"rows\":3,\"rejected\":0,\"complete\":true")
                .contains("{\"name\":\"id\",\"categories\":[]}")
                .contains("{\"category\":\"contact.email\",\"share\":1.0,\"matches\":3")
                .doesNotContain("ann@example.com");
        String people = folder.resolve("data/people.csv").toString();
        assertThat(Command.audit("scan", people).out())
                .contains("people.csv: 3 rows, 3 columns\n")
                .contains(
                        "  email                 contact.email         100.0 %  confidence 0.99  by name and content\n")
                .endsWith("\n1 file, 3 rows: personal data in 1 of 3 columns\n");
        Command fitting = Command.audit("scan", folder.resolve("da*/peo*.csv").toString());
        assertThat(fitting.out()).contains("people.csv: 3 rows");
        assertThat(Command.audit("scan", folder.resolve("da*/nobody*").toString())
                        .err())
                .contains("nobody*: no such file");
        Command csv = Command.audit("scan", people, "--format", "csv");
        assertThat(csv.code()).isZero();
        assertThat(csv.out().lines().findFirst())
                .contains("dataset,rows,rejected,complete,column,category,share,matches,confidence,evidence,detector");
    }

    @Test
    void judgesUsesThatNoRegisterHas() throws IOException {
        Path uses = write("uses.jsonl", """
                {"id":"u1","facts":{"actorCountries":["JP"],"categories":["contact"],"purposeSpecified":false}}
                {"id":"u2","facts":{"actorCountries":["JP"],"purposeSpecifed":true}}
                """);
        Command judge = Command.audit("judge", uses.toString(), "--regime", "jp-appi", "--as-of", "2026-11-21");
        assertThat(judge.out())
                .contains("{\"use\":\"u1\",\"regime\":\"jp-appi\",\"asOf\":\"2026-11-21\",\"verdict\":")
                .contains("\"rule\":\"JP-01\",\"outcome\":")
                .contains("\"citation\":\"Art. 17(1)\"");
        assertThat(judge.err()).contains("unknown fact 'purposeSpecifed'; did you mean 'purposeSpecified'?");
        assertThat(judge.code()).isEqualTo(3);
    }

    @Test
    void refusesToJudgeALawWhoseStartIsOverdueAndUndated() throws IOException {
        Path uses = write("uses.jsonl", "{\"id\":\"u1\",\"facts\":{}}\n");
        Command judge = Command.audit("judge", uses.toString(), "--as-of", "2028-07-17");
        assertThat(judge.code()).isEqualTo(2);
        assertThat(judge.err()).contains("jp-appi-2026").contains("--assume jp-appi-2026.main=DATE");
        Command assumed = Command.audit(
                "judge", uses.toString(), "--as-of", "2028-07-17", "--assume", "jp-appi-2026.main=2028-07-16");
        assertThat(assumed.code()).isZero();
        Command unknown = Command.audit("judge", uses.toString(), "--assume", "jp-appi-2026.mian=2028-07-16");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean 'jp-appi-2026.main'?");
    }

    @Test
    void checksTheConfigurationThatShips() {
        Command check = Command.audit("check");
        assertThat(check.err()).isEmpty();
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("0 faults").contains("cases passed");
    }

    @Test
    void tellsEveryFaultOfAConfigurationAtOnce() {
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {nightly: {chunk-sise: 5, partitions: many}}\n");
        estate.write("config/sources.yaml", "sources: [{id: x, kind: floder, path: data, owner: us}]\n");
        Command check = estate.audit("check");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err())
                .contains("application.yaml:1:19: unknown key 'chunk-sise'; did you mean 'chunk-size'?")
                .contains("expected a whole number such as 10, but found 'many'")
                .contains("expected one of [folder, jdbc], but found 'floder'; did you mean 'folder'?");
    }

    @Test
    void collectsARegister() {
        Estate estate = Estate.small(folder);
        Command collect =
                estate.audit("collect", estate.path("data/register.csv").toString(), "nowhere.csv");
        assertThat(collect.code()).isEqualTo(2);
        assertThat(collect.out().lines()).hasSize(1);
        assertThat(collect.out()).contains("\"uses\":[").contains("u1");
        assertThat(collect.err()).contains("nowhere.csv");
    }

    @Test
    void writesAReportToStandardOutput() {
        Estate estate = Estate.small(folder);
        assertThat(estate.audit("report").out()).isEqualToIgnoringNewLines("There are no reports.");
        assertThat(estate.audit("bundle", "--out", folder.resolve("b").toString())
                        .code())
                .isEqualTo(2);
        Command run = estate.audit("run");
        String key = run.out().lines().findFirst().orElseThrow().split(" ", 2)[0];
        String[] get = estate.arguments("report", "get", key, "coverage.csv");
        assertThat(Command.audit(get).out()).contains("own/patients");
        Command missing = Command.audit(estate.arguments("report", "get", key, "../../owner"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("under a published checkpoint");
    }

    @Test
    void warmsUpInAnEmptyDataFolder() {
        assertThat(Command.audit("warm-up", "--data", folder.resolve("warm").toString())
                        .code())
                .isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
