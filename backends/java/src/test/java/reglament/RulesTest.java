package reglament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a product would do with the package, and what it must refuse to load. */
final class RulesTest {
    private static String source;
    private static Rules rules;

    @BeforeAll
    static void load() throws IOException, LoadException {
        source = Files.readString(Path.of("../../tests/vectors/corpus.json"));
        rules = Rules.load(source.getBytes(StandardCharsets.UTF_8));
    }

    private static Case permit(String filed) {
        return rules.open("mangystau.survey-permit", "office", LocalDateTime.parse(filed), Map.of());
    }

    /** The text, with the hash of what it then holds. */
    private static String resealed(String text) throws NoSuchAlgorithmException {
        Matcher said = Pattern.compile("\"hash\":\"(sha256:[0-9a-f]{64})\",").matcher(text);
        assertTrue(said.find());
        byte[] rest = text.replace(said.group(), "").getBytes(StandardCharsets.UTF_8);
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest));
        return text.replace(said.group(1), "sha256:" + sum);
    }

    private static void refuses(String text, LoadException.Problem problem) {
        Executable loading = () -> Rules.load(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(problem, assertThrows(LoadException.class, loading).problem());
    }

    private static void refused(String reason, Executable act) {
        assertEquals(reason, assertThrows(Refused.class, act).reason());
    }

    @Test
    void whatIsNoArtifactIsRefused() {
        for (String text : List.of("", "[]", "{}", "[".repeat(200_000), source.substring(0, source.length() - 1))) {
            refuses(text, LoadException.Problem.MALFORMED);
        }
        assertThrows(LoadException.class, () -> Rules.load(new byte[] {(byte) 0xff}));
    }

    @Test
    void theFirstThingThatIsWrongIsSaid() throws NoSuchAlgorithmException {
        refuses(source.replace("reglament-rules", "shopping-list"), LoadException.Problem.FORMAT);
        refuses(source.replace("\"version\":1}", "\"version\":2}"), LoadException.Problem.VERSION);
        refuses(source.replace("\"quantity\":15", "\"quantity\":16"), LoadException.Problem.HASH);
        refuses(resealed(source.replace("\"actors\":", "\"actors\": ")), LoadException.Problem.NOT_CANONICAL);
        refuses(resealed(source.replace("\"calendar\":0", "\"calendar\":9")), LoadException.Problem.REFERENCE);
        refuses(resealed(source.replace("\"version\":1}", "\"version\":1,\"words\":[]}")),
                LoadException.Problem.MALFORMED);
        refuses(resealed(source.replace("\"texts\":[", "\"texts\":[null,")), LoadException.Problem.MALFORMED);
        Executable tooLarge = () -> Rules.load(source.getBytes(StandardCharsets.UTF_8), 1000);
        assertEquals(LoadException.Problem.TOO_LARGE, assertThrows(LoadException.class, tooLarge).problem());
    }

    @Test
    void aLaterRevisionMayHaveMoreFields() throws Exception {
        String later = source.replaceFirst("\"revision\":[0-9]+", "\"revision\":99")
                .replace("\"version\":1}", "\"version\":1,\"words\":[]}");
        Rules loaded = Rules.load(resealed(later).getBytes(StandardCharsets.UTF_8));
        assertEquals(10, loaded.artifact().regulations().size());
    }

    @Test
    void aCaseGoesFromItsFilingToTheSecondStep() {
        Case one = permit("2018-03-05T10:00");
        Active register = one.due().get(0);
        assertEquals("register", register.step());
        assertEquals("clerk", register.actor());
        assertEquals(LocalDateTime.parse("2018-03-05T10:15"), register.due());
        assertTrue(one.late(LocalDateTime.parse("2018-03-05T10:15")).isEmpty());
        assertEquals(List.of(register), one.late(LocalDateTime.parse("2018-03-05T10:16")));
        assertEquals("assign", one.next().get(0).step());
        one.apply(new Event.Done("register", LocalDateTime.parse("2018-03-05T10:12")));
        assertEquals(new Allowed("done", "assign"), one.allowed().get(0));
    }

    @Test
    void theReasonsNameTheClauseAndTheDaysOff() {
        Case one = permit("2018-03-07T10:00");
        one.apply(new Event.Done("register", LocalDateTime.parse("2018-03-07T10:12")));
        Reason why = one.why("assign").get(0);
        assertEquals(LocalDateTime.parse("2018-03-12T18:30"), why.until());
        assertTrue(why.clauses().contains("8.2"));
        assertEquals(4, why.skipped().size());
        assertTrue(why.skipped().get(LocalDate.parse("2018-03-08")).get("en").contains("Women"));
    }

    @Test
    void whatIsRefusedChangesNothing() {
        Case one = permit("2018-03-05T10:00");
        CaseState before = one.state();
        LocalDateTime at = LocalDateTime.parse("2018-03-05T11:00");
        refused("not-under-way", () -> one.apply(new Event.Done("issue", at)));
        refused("wrong-event", () -> one.apply(new Event.Arrived("register", at)));
        refused("out-of-order", () -> one.apply(new Event.Done("register", at.minusDays(1))));
        assertEquals(before, one.state());
    }

    @Test
    void aCaseIsTheSameWhenItIsReplayedFromJson() throws IOException {
        Case one = permit("2018-03-05T10:00");
        one.apply(new Event.Done("register", LocalDateTime.parse("2018-03-05T10:12")));
        String event = Json.mapper().writeValueAsString(one.events().get(0));
        Event read = Json.mapper().readValue(event, Event.class);
        assertEquals(one.state(), rules.replay(one.filing(), List.of(read)).state());
    }

    @Test
    void aFilingThatTheRulesDoNotKnowIsRefused() {
        LocalDateTime at = LocalDateTime.parse("2018-03-05T10:00");
        refused("unknown-regulation", () -> rules.open("nowhere.nothing", "office", at, Map.of()));
        refused("unknown-channel", () -> rules.open("mangystau.survey-permit", "post", at, Map.of()));
        refused("beyond-calendar", () -> permit("2099-03-05T10:00"));
    }
}
